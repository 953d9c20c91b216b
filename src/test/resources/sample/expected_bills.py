#!/usr/bin/env python3
"""Computes the expected bills of the sample orders without Fieldloom.

    expected_bills.py SAMPLE_DIR            writes samples/bill-*.json
    expected_bills.py SAMPLE_DIR --check    exits 1 where one of them differs from what is computed

The rules are written here a second time, by hand, on decimal.Decimal, so that a mistake of the
engine cannot hide in its own output.
"""
import csv
import json
import re
import sys
from datetime import datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

CURRENCIES = {"CNY": "PRE001", "HKD": "PRE002", "EUR": "PRE003", "JPY": "PRE004", "USD": "PRE007"}
UNITS = {"PCS": "Pcs", "个": "Pcs", "SET": "Set", "套": "Set", "KG": "kg", "千克": "kg",
         "M": "m", "米": "m", "BOX": "Box", "箱": "Box"}
DEPARTMENTS = {"online": "BM000002", "dealer": "BM000003"}
CENT = Decimal("0.01")
# China has kept UTC+8 all year since 1992.
SHANGHAI = timezone(timedelta(hours=8))


class Num(Decimal):
    """A number that remembers its text."""
    def __new__(cls, text):
        self = super().__new__(cls, text)
        self.text = text
        return self


def number(text):
    return {"FNumber": text}


def entry(line):
    qty, price, tax = line["qty"], line["price"], line["taxRate"]
    out = {"FSeq": line["no"], "FMaterialId": number(line["sku"])}
    if "name" in line:
        out["FMaterialName"] = line["name"]
    out["FUnitID"] = number(UNITS[line["unit"].strip().upper()])
    out["FDeliveryDate"] = line["dueDate"]
    out["FQty"] = qty
    out["FPrice"] = price
    out["FEntryTaxRate"] = (tax * 100).quantize(CENT, ROUND_HALF_UP)
    out["FAmount"] = (qty * price * (1 + tax)).quantize(CENT, ROUND_HALF_UP)
    return out


def bill(order, customers, org):
    extras = order.get("extras", {})
    export = order["currency"] != "CNY"
    moment = datetime.fromisoformat(order["createdAt"])
    out = {
        "FBillNo": order["orderNo"],
        "FDate": moment.strftime("%Y-%m-%d"),
        "FBillTypeID": number("XSDD01_SYS"),
        "FCustId": number(customers[order["customer"]["code"]]),
        "FSettleCurrId": number(CURRENCIES[order["currency"]]),
    }
    to = order.get("ship-to", {})
    receive = {target: to[source] for source, target in
               (("contact", "FContact"), ("phone", "FPhone"), ("city", "FCity"), ("address", "FAddress"))
               if source in to}
    if receive:
        out["FReceive"] = receive
    out["FNote"] = order.get("remark") or "无"
    if "owner" in order:
        out["FSalerName"] = order["owner"]["lastName"] + " " + order["owner"]["firstName"]
    out["FSaleDeptId"] = number(DEPARTMENTS.get(extras.get("channel"), "BM000001"))
    lines = sorted((l for l in order["lines"] if l["qty"] > 0), key=lambda l: l["no"])
    out["FEntity"] = [entry(line) for line in lines]
    out["FTotal"] = sum((e["FAmount"] for e in out["FEntity"]), Decimal(0))
    out["FSaleOrgId"] = number(org)
    out["FDocumentStatus"] = "A" if order.get("status") == "confirmed" else "Z"
    out["FCreateTime"] = moment.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M:%S")
    if export:
        out["FExchangeRate"] = extras.get("exchangeRate", Num("1"))
    for source, target in (("crmId", "F_CRM_Id"), ("opportunityId", "F_CRM_OppId")):
        if source in extras:
            out[target] = extras[source]
    out["F_FL_Urgent"] = extras.get("urgent", False)
    out["F_FL_Lines"] = Num(str(len(lines)))
    return out


def text(value):
    """JSON with every number written with its own digits."""
    marked = json.dumps(value, ensure_ascii=False, default=lambda d: f"\0{getattr(d, 'text', d)}\0")
    return re.sub(r'"\\u0000([^"\\]*)\\u0000"', r"\1", marked) + "\n"


def main():
    folder = Path(sys.argv[1])
    check = "--check" in sys.argv[2:]
    with open(folder / "tables/customers.csv", encoding="utf-8", newline="") as file:
        customers = {row["code"]: row["number"] for row in csv.DictReader(file)}
    bad = 0
    for name, source, org in (("bill-1", "order-1", "100"), ("bill-2", "order-2", "100"),
                              ("bill-3", "order-3", "100"), ("bill-1-org-102", "order-1", "102")):
        order = json.loads((folder / f"samples/{source}.json").read_text("utf-8"),
                           parse_int=Num, parse_float=Num)
        wanted, file = text(bill(order, customers, org)), folder / f"samples/{name}.json"
        if not check:
            file.write_text(wanted, "utf-8")
        elif file.read_text("utf-8") != wanted:
            bad += 1
            print(f"{file} differs from what is computed", file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
