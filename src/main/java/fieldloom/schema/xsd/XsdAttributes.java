package fieldloom.schema.xsd;

import com.sun.xml.xsom.XSAttContainer;
import com.sun.xml.xsom.XSAttGroupDecl;
import com.sun.xml.xsom.XSAttributeDecl;
import com.sun.xml.xsom.XSAttributeUse;
import com.sun.xml.xsom.XSComplexType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The attributes of a type in the order of its author: those of its base first, groups last. */
final class XsdAttributes {
  private XsdAttributes() {}

  /**
   * An attribute.
   *
   * @param name as paths write it, with its {@code @}
   */
  record Attribute(XSAttributeUse use, String name, boolean required) {}

  /** The attributes of a type, or of one of several that an element may be of. */
  static List<Attribute> of(List<XSComplexType> types, XsdNaming naming) {
    Map<String, XSAttributeUse> uses = new LinkedHashMap<>();
    Map<String, Integer> required = new HashMap<>();
    Map<String, Integer> locals = new HashMap<>();
    for (XSComplexType type : types) {
      of(type)
          .forEach(
              (key, use) -> {
                if (uses.putIfAbsent(key, use) == null) {
                  locals.merge(use.getDecl().getName(), 1, Integer::sum);
                }
                required.merge(key, use.isRequired() ? 1 : 0, Integer::sum);
              });
    }
    List<Attribute> all = new ArrayList<>();
    uses.forEach(
        (key, use) -> {
          XSAttributeDecl decl = use.getDecl();
          boolean plain = locals.get(decl.getName()) == 1;
          String name =
              plain ? decl.getName() : naming.qualified(decl.getTargetNamespace(), decl.getName());
          all.add(new Attribute(use, "@" + name, required.get(key) == types.size()));
        });
    return all;
  }

  private static Map<String, XSAttributeUse> of(XSComplexType type) {
    Map<String, XSAttributeUse> found = new LinkedHashMap<>();
    XSComplexType base = type.getBaseType().asComplexType();
    if (base != null && base != type) {
      found.putAll(of(base));
    }
    declared(type, found);
    // What the type restricts away is not among those that it has in the end.
    Map<String, XSAttributeUse> left = new HashMap<>();
    type.getAttributeUses().forEach(use -> left.put(key(use), use));
    found.keySet().retainAll(left.keySet());
    found.replaceAll((key, use) -> left.getOrDefault(key, use));
    return found;
  }

  private static void declared(XSAttContainer container, Map<String, XSAttributeUse> into) {
    container.getDeclaredAttributeUses().forEach(use -> into.put(key(use), use));
    List<XSAttGroupDecl> groups = new ArrayList<>(container.getAttGroups());
    groups.sort(XsdContents.PLACE);
    groups.forEach(group -> declared(group, into));
  }

  private static String key(XSAttributeUse use) {
    return "{" + use.getDecl().getTargetNamespace() + "}" + use.getDecl().getName();
  }
}
