package fieldloom.schema.xsd;

import com.sun.xml.xsom.XSFacet;
import com.sun.xml.xsom.XSSimpleType;
import com.sun.xml.xsom.XSUnionSimpleType;
import com.sun.xml.xsom.XSVariety;
import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.model.Limits;
import fieldloom.model.XmlShape.TextForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Simple types as types of fields, with what they allow. Not thread-safe. */
final class XsdTypes {
  private final Map<XSSimpleType, Simple> known = new IdentityHashMap<>();

  /**
   * A simple type.
   *
   * @param facets without default and documentation, which are the field's
   * @param takesEmpty whether the empty text is a value of it
   */
  record Simple(FieldType type, TextForm form, Facets facets, boolean takesEmpty) {}

  Simple of(XSSimpleType type) {
    Simple simple = known.get(type);
    if (simple == null) {
      simple = make(type);
      known.put(type, simple);
    }
    return simple;
  }

  private Simple make(XSSimpleType type) {
    if (type.getVariety() == XSVariety.UNION) {
      return union(type);
    }
    if (type.getVariety() == XSVariety.LIST) {
      // Items of a list stand in one text, with blanks between them.
      return simple(type, FieldType.STRING, TextForm.PLAIN, 0);
    }
    return switch (builtIn(type)) {
      case "boolean" -> simple(type, FieldType.BOOLEAN, TextForm.PLAIN, 0);
      case "decimal" -> simple(type, FieldType.DECIMAL, TextForm.PLAIN, 0);
      case "float", "double" -> simple(type, FieldType.DECIMAL, TextForm.FLOAT, 0);
      case "integer" -> simple(type, FieldType.INTEGER, TextForm.PLAIN, 1);
      case "date" -> simple(type, FieldType.DATE, TextForm.PLAIN, 0);
      case "time" -> simple(type, FieldType.TIME, TextForm.PLAIN, 0);
      case "dateTime" -> simple(type, FieldType.DATETIME, TextForm.PLAIN, 0);
      case "hexBinary" -> simple(type, FieldType.BINARY, TextForm.HEX, 0);
      case "base64Binary" -> simple(type, FieldType.BINARY, TextForm.PLAIN, 0);
      default -> simple(type, FieldType.STRING, TextForm.PLAIN, 0);
    };
  }

  /** The built-in type that a type comes from: integer for all whole numbers. */
  private static String builtIn(XSSimpleType type) {
    XSSimpleType base = type;
    String name = null;
    while (base != null) {
      if (XsdDocument.XSD.equals(base.getTargetNamespace()) && base.getName() != null) {
        String own = base.getName();
        if (own.equals("integer")) {
          return own;
        }
        name = own.equals("anySimpleType") ? name : own;
      }
      XSSimpleType next = base.getSimpleBaseType();
      base = next == base ? null : next;
    }
    return name == null ? "anySimpleType" : name;
  }

  /**
   * @param step by which a bound moves that excludes itself
   */
  private static Simple simple(XSSimpleType type, FieldType of, TextForm form, int step) {
    Integer length = count(type, XSFacet.FACET_LENGTH);
    Integer maxLength = length == null ? count(type, XSFacet.FACET_MAXLENGTH) : length;
    List<String> values =
        type.getFacets(XSFacet.FACET_ENUMERATION).stream().map(f -> f.getValue().value).toList();
    List<XSFacet> all = type.getFacets(XSFacet.FACET_PATTERN);
    // Those of the built-in types say no more than these do.
    List<String> patterns =
        all.stream()
            .filter(f -> !XsdDocument.XSD.equals(f.getOwnerSchema().getTargetNamespace()))
            .map(f -> f.getValue().value)
            .toList();
    boolean number = of.isNumber();
    Integer least = length == null ? count(type, XSFacet.FACET_MINLENGTH) : length;
    Facets facets =
        new Facets(
            of == FieldType.STRING ? maxLength : null,
            number ? count(type, XSFacet.FACET_TOTALDIGITS) : null,
            of == FieldType.DECIMAL ? count(type, XSFacet.FACET_FRACTIONDIGITS) : null,
            patterns.isEmpty() ? null : String.join("|", patterns),
            values,
            number
                ? bound(type, XSFacet.FACET_MININCLUSIVE, XSFacet.FACET_MINEXCLUSIVE, step)
                : null,
            number
                ? bound(type, XSFacet.FACET_MAXINCLUSIVE, XSFacet.FACET_MAXEXCLUSIVE, -step)
                : null,
            null,
            null,
            false,
            new Limits(
                least,
                null,
                null,
                of == FieldType.STRING ? named(type) : null,
                null,
                number
                    && step == 0
                    && type.getFacet(XSFacet.FACET_MININCLUSIVE) == null
                    && type.getFacet(XSFacet.FACET_MINEXCLUSIVE) != null,
                number
                    && step == 0
                    && type.getFacet(XSFacet.FACET_MAXINCLUSIVE) == null
                    && type.getFacet(XSFacet.FACET_MAXEXCLUSIVE) != null));
    boolean takesEmpty =
        of == FieldType.STRING
            && (least == null || least == 0)
            && all.isEmpty()
            && (values.isEmpty() || values.contains(""));
    return new Simple(of, form, facets, takesEmpty);
  }

  /** The built-in type of the first member that is a text of its own kind. */
  private static @Nullable String named(List<Simple> members) {
    return members.stream()
        .map(member -> member.facets().limits().format())
        .filter(format -> format != null && !format.equals("string"))
        .findFirst()
        .orElse(null);
  }

  /** The built-in type nearest to a text's type, of an item where it is a list of them. */
  private static @Nullable String named(XSSimpleType type) {
    XSSimpleType base = type;
    while (base != null) {
      if (base.getVariety() == XSVariety.LIST && base.getBaseListType() != null) {
        base = base.getBaseListType().getItemType();
        continue;
      }
      if (XsdDocument.XSD.equals(base.getTargetNamespace()) && base.getName() != null) {
        return base.getName();
      }
      XSSimpleType next = base.getSimpleBaseType();
      base = next == base ? null : next;
    }
    return null;
  }

  private Simple union(XSSimpleType type) {
    List<Simple> members = new ArrayList<>();
    XSUnionSimpleType union = type.getBaseUnionType();
    for (int i = 0; i < union.getMemberSize(); i++) {
      members.add(of(union.getMember(i)));
    }
    Set<FieldType> types = new HashSet<>();
    members.forEach(member -> types.add(member.type()));
    FieldType one = FieldType.STRING;
    if (types.size() == 1) {
      one = types.iterator().next();
    } else if (types.equals(Set.of(FieldType.INTEGER, FieldType.DECIMAL))) {
      one = FieldType.DECIMAL;
    }
    boolean hex = members.stream().anyMatch(member -> member.form() == TextForm.HEX);
    if (hex && one == FieldType.BINARY) {
      // Both kinds of bytes: what a text is cannot be told.
      one = FieldType.STRING;
    }
    boolean exponents = members.stream().anyMatch(member -> member.form() == TextForm.FLOAT);
    Simple own = simple(type, one, TextForm.PLAIN, 0);
    List<String> values = own.facets().enumeration();
    if (values.isEmpty() && members.stream().noneMatch(m -> m.facets().enumeration().isEmpty())) {
      values = members.stream().flatMap(m -> m.facets().enumeration().stream()).distinct().toList();
    }
    return new Simple(
        one,
        exponents ? TextForm.FLOAT : TextForm.PLAIN,
        new Facets(
            null,
            null,
            null,
            own.facets().pattern(),
            values,
            null,
            null,
            null,
            null,
            false,
            new Limits(
                null,
                null,
                null,
                one == FieldType.STRING ? named(members) : null,
                null,
                false,
                false)),
        one == FieldType.STRING && members.stream().anyMatch(Simple::takesEmpty));
  }

  private static @Nullable Integer count(XSSimpleType type, String facet) {
    XSFacet found = type.getFacet(facet);
    try {
      return found == null ? null : Integer.valueOf(found.getValue().value.strip());
    } catch (NumberFormatException e) {
      // Larger than any text or number there is.
      return null;
    }
  }

  private static @Nullable BigDecimal bound(
      XSSimpleType type, String inclusive, String exclusive, int step) {
    XSFacet bound = type.getFacet(inclusive);
    XSFacet open = type.getFacet(exclusive);
    try {
      if (bound != null) {
        return new BigDecimal(bound.getValue().value.strip());
      }
      return open == null
          ? null
          : new BigDecimal(open.getValue().value.strip()).add(BigDecimal.valueOf(step));
    } catch (NumberFormatException e) {
      // INF and its like bound nothing.
      return null;
    }
  }
}
