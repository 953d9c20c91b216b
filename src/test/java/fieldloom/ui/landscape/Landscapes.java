package fieldloom.ui.landscape;

import fieldloom.landscape.Area;
import fieldloom.landscape.BusinessSystem;
import fieldloom.landscape.Flow;
import fieldloom.landscape.Landscape;
import fieldloom.landscape.Relation;
import fieldloom.landscape.Words;
import fieldloom.ui.kit.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Landscapes for tests. */
final class Landscapes {
  private Landscapes() {}

  /** CRM, ERP and WMS, with four flows; the ERP is central. */
  static Landscape small() {
    return Landscape.empty()
        .with(system("crm", "CRM", "Customers", "客户关系", false, 100, 300))
        .with(system("erp", "ERP", "Enterprise resources", "企业资源", true, 540, 300))
        .with(system("wms", "WMS", "Warehouse", "仓储管理", false, 980, 300))
        .with(flow("order", "crm", "erp", "Sales order", "销售订单", "order/order.flmap", "Orders"))
        .with(flow("customer", "crm", "erp", "Customer", "客户", null, null))
        .with(flow("stock", "erp", "crm", "Stock level", "即时库存", "stock/stock.flmap", "Stock"))
        .with(flow("notice", "erp", "wms", "Shipment notice", "发货通知", null, null))
        .with(new Relation("crm", "erp", new Words("The CRM wins the order.", "CRM 负责拿单。")));
  }

  static BusinessSystem system(
      String id, String name, String title, String chinese, boolean central, double x, double y) {
    return new BusinessSystem(
        id, "main", name, new Words(title, chinese), Words.NONE, "box", central, x, y);
  }

  static Flow flow(
      String id,
      String from,
      String to,
      String title,
      String chinese,
      @Nullable String mapping,
      @Nullable String job) {
    return new Flow(id, from, to, new Words(title, chinese), mapping, job);
  }

  /** The one that comes with the program. */
  static Landscape carried() throws IOException {
    try {
      return fieldloom.landscape.LandscapeFile.read(
          Files.readAllBytes(Path.of("assets/landscape/landscape.json")));
    } catch (fieldloom.landscape.LandscapeException e) {
      throw new IllegalStateException(e);
    }
  }

  /** That many systems on a grid, with that many flows between them, most of them near. */
  static Landscape large(int systems, int flows) {
    Random dice = new Random(11);
    int columns = (int) Math.ceil(Math.sqrt(systems));
    List<BusinessSystem> all = new ArrayList<>();
    for (int i = 0; i < systems; i++) {
      double x = i % columns * 440.0 + dice.nextInt(60);
      double y = i / columns * 312.0 + dice.nextInt(60);
      all.add(system("s" + i, "S" + i, "System " + i, "系统" + i, i == systems / 2, x, y));
    }
    List<Flow> between = new ArrayList<>();
    for (int i = 0; between.size() < flows; i++) {
      int from = dice.nextInt(systems);
      int step = dice.nextInt(10) < 8 ? List.of(1, columns, columns + 1).get(i % 3) : 17;
      int to = (from + step) % systems;
      if (from != to) {
        between.add(flow("f" + i, "s" + from, "s" + to, "Document " + i, "单据" + i, null, null));
      }
    }
    return new Landscape(
        List.of(new Area("main", new Words("Large", "大"))), all, between, List.of());
  }

  static AreaPicture picture(Landscape landscape, Language language) {
    return picture(landscape, landscape.areas().getFirst(), language);
  }

  static AreaPicture picture(Landscape landscape, Area area, Language language) {
    return AreaPicture.of(landscape, area, Map.of(), FlowFilter.ALL, language, AreaPicture.EMPTY);
  }
}
