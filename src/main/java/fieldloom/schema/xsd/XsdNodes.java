package fieldloom.schema.xsd;

import com.sun.xml.xsom.XSAttributeDecl;
import com.sun.xml.xsom.XSComplexType;
import com.sun.xml.xsom.XSElementDecl;
import com.sun.xml.xsom.XSSimpleType;
import com.sun.xml.xsom.XSType;
import com.sun.xml.xsom.XmlString;
import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.XmlContent;
import fieldloom.model.XmlShape;
import fieldloom.model.XmlShape.TextForm;
import fieldloom.payload.xml.XmlNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes schema nodes of elements and attributes, children when they are asked for. An element in
 * one use is one node, so that a recursive type is a node that contains itself. Thread-safe.
 */
final class XsdNodes {
  private final XsdNaming naming;
  private final XsdContents contents;
  private final XsdTypes types = new XsdTypes();
  private final XSType anyType;
  private final Map<XSComplexType, List<XSComplexType>> subtypes;
  private final Map<Use, SchemaNode> known = new HashMap<>();
  private final Map<XSComplexType, XsdContent> models = new IdentityHashMap<>();

  /** How an element is used: two uses of one element are two nodes. */
  private record Use(
      XSElementDecl decl, XsdNotes.Notes here, String name, boolean required, boolean repeats) {

    private Use item() {
      return new Use(decl, here, name, true, false);
    }

    private XsdNotes.Notes notes() {
      return here == XsdNotes.Notes.NONE ? XsdNotes.of(decl, decl.getType()) : here;
    }
  }

  /**
   * @param subtypes of each abstract type, those that elements can be of
   */
  XsdNodes(XsdNaming naming, XSType anyType, Map<XSComplexType, List<XSComplexType>> subtypes) {
    this.naming = naming;
    this.anyType = anyType;
    this.contents = new XsdContents(naming);
    this.subtypes = subtypes;
  }

  /** The node of a root element. */
  SchemaNode root(XSElementDecl decl) {
    return element(new Use(decl, XsdNotes.Notes.NONE, decl.getName(), true, false));
  }

  private synchronized SchemaNode element(Use use) {
    SchemaNode node = known.get(use);
    if (node == null) {
      node = use.repeats() ? array(use) : single(use);
      known.put(use, node);
    }
    return node;
  }

  private SchemaNode array(Use use) {
    return SchemaNode.builder(use.name(), FieldType.ARRAY)
        .required(use.required())
        .titles(use.notes().titles())
        .xml(shape(use.decl(), TextForm.PLAIN, null))
        .item(() -> element(use.item()))
        .build();
  }

  private SchemaNode single(Use use) {
    XSElementDecl decl = use.decl();
    XSType type = decl.getType();
    XSSimpleType plain = plain(type);
    XsdNotes.Notes notes = use.notes();
    FieldType fieldType;
    TextForm form = TextForm.PLAIN;
    Facets facets;
    if (plain != null) {
      XsdTypes.Simple simple = types.of(plain);
      fieldType = simple.type();
      form = simple.form();
      facets =
          XsdFacets.of(simple, decl.getDefaultValue(), decl.getFixedValue(), notes.documentation());
    } else {
      fieldType = type == anyType ? FieldType.ANY : FieldType.OBJECT;
      facets = XsdFacets.documented(notes.documentation());
    }
    SchemaNode.Builder node =
        SchemaNode.builder(use.name(), fieldType)
            .required(use.required())
            .nullable(decl.isNillable())
            .titles(notes.titles())
            .facets(facets)
            .open(fieldType == FieldType.ANY);
    if (fieldType == FieldType.OBJECT) {
      XSComplexType complex = type.asComplexType();
      node.open(isOpen(complex)).children(() -> children(complex)).xml(shape(decl, form, complex));
    } else {
      node.xml(shape(decl, form, null));
    }
    return node.build();
  }

  /** The simple type of an element that has nothing but a text; null where it has more. */
  private @Nullable XSSimpleType plain(XSType type) {
    if (type.isSimpleType()) {
      return type.asSimpleType();
    }
    if (type == anyType) {
      return null;
    }
    XSComplexType complex = type.asComplexType();
    boolean alone =
        !isUndecided(complex) && complex.getAttributeUses().isEmpty() && !takesAttributes(complex);
    return alone ? complex.getContentType().asSimpleType() : null;
  }

  /** Whether attributes may stand in a type that it does not list. */
  private static boolean takesAttributes(XSComplexType type) {
    return type.getAttributeWildcard() != null || XsdStubs.isBaseOf(type);
  }

  private boolean isUndecided(XSComplexType type) {
    return subtypes.containsKey(type);
  }

  /** The types that an element of a type can be of. */
  private List<XSComplexType> concrete(XSComplexType type) {
    return subtypes.getOrDefault(type, List.of(type));
  }

  private XmlShape shape(XSElementDecl decl, TextForm form, @Nullable XSComplexType complex) {
    String uri = decl.getTargetNamespace();
    return new XmlShape(
        decl.getName(),
        uri,
        naming.prefix(uri),
        form,
        complex == null ? null : () -> model(complex));
  }

  private synchronized XsdContent content(XSComplexType type) {
    XsdContent content = models.get(type);
    if (content == null) {
      content = contents.of(concrete(type));
      models.put(type, content);
    }
    return content;
  }

  private XmlContent model(XSComplexType type) {
    XmlContent model = content(type).model();
    return model == null ? new XmlContent.Group(XmlContent.Kind.SEQUENCE, List.of(), 1, 1) : model;
  }

  private boolean isOpen(XSComplexType type) {
    return content(type).open() || concrete(type).stream().anyMatch(XsdNodes::takesAttributes);
  }

  private synchronized List<SchemaNode> children(XSComplexType type) {
    List<XSComplexType> all = concrete(type);
    List<SchemaNode> children = new ArrayList<>();
    if (isUndecided(type)) {
      children.add(typeAttribute(all));
    }
    for (XsdAttributes.Attribute attribute : XsdAttributes.of(all, naming)) {
      children.add(attribute(attribute));
    }
    SchemaNode text = text(all);
    if (text != null) {
      children.add(text);
    }
    for (XsdContent.Field field : content(type).fields()) {
      children.add(
          element(
              new Use(
                  field.decl(), field.notes(), field.name(), field.min() > 0, field.max() > 1)));
    }
    return children;
  }

  /** The attribute by which an element says which of several types it is of. */
  private static SchemaNode typeAttribute(List<XSComplexType> all) {
    List<String> names = all.stream().map(XSComplexType::getName).toList();
    return SchemaNode.builder("@xsi:type", FieldType.STRING)
        .required(true)
        .facets(XsdFacets.oneOf(names))
        .xml(XmlShape.of("type", XmlNames.XSI, "xsi"))
        .build();
  }

  private SchemaNode attribute(XsdAttributes.Attribute attribute) {
    XSAttributeDecl decl = attribute.use().getDecl();
    XsdTypes.Simple simple = types.of(decl.getType());
    XsdNotes.Notes notes = XsdNotes.of(attribute.use(), decl, decl.getType());
    XmlString given = attribute.use().getDefaultValue();
    XmlString fixed = attribute.use().getFixedValue();
    String uri = decl.getTargetNamespace();
    return SchemaNode.builder(attribute.name(), simple.type())
        .required(attribute.required())
        .titles(notes.titles())
        .facets(XsdFacets.of(simple, given, fixed, notes.documentation()))
        .xml(new XmlShape(decl.getName(), uri, naming.prefix(uri), simple.form(), null))
        .build();
  }

  private @Nullable SchemaNode text(List<XSComplexType> all) {
    for (XSComplexType type : all) {
      XSSimpleType plain = type.getContentType().asSimpleType();
      if (plain != null) {
        XsdTypes.Simple simple = types.of(plain);
        return SchemaNode.builder("#text", simple.type())
            .required(all.size() == 1 && !simple.takesEmpty())
            .facets(XsdFacets.of(simple, null, null, null))
            .xml(new XmlShape("#text", "", "", simple.form(), null))
            .build();
      }
      if (type.isMixed()) {
        return SchemaNode.builder("#text", FieldType.STRING)
            .xml(XmlShape.of("#text", "", ""))
            .build();
      }
    }
    return null;
  }
}
