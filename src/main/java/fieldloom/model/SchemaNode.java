package fieldloom.model;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A field of a schema: its name, type and parts. Immutable and thread-safe; children are made on
 * first use, so that a recursive schema is a node that contains itself and costs nothing until it
 * is opened.
 *
 * <p>An {@link FieldType#ARRAY} has exactly one part, {@link #item()}, whose name is the array's
 * own; an {@link FieldType#OBJECT} has {@link #children()} in schema order. An array whose places
 * each have a meaning of their own, a tuple, also has {@link #places()}.
 */
public final class SchemaNode {
  /** An array that holds nothing but itself has no end. */
  private static final int MOST_ARRAYS = 8;

  private final String name;
  private final FieldType type;
  private final boolean required;
  private final boolean nullable;
  private final boolean open;
  private final Titles titles;
  private final Facets facets;
  private final @Nullable XmlShape xml;
  private final Supplier<List<SchemaNode>> parts;
  private final @Nullable Supplier<List<SchemaNode>> places;
  private volatile @Nullable List<SchemaNode> resolved;
  private volatile @Nullable List<SchemaNode> resolvedPlaces;

  private SchemaNode(Builder b) {
    this.name = b.name;
    this.type = b.type;
    this.required = b.required;
    this.nullable = b.nullable;
    this.open = b.open;
    this.titles = b.titles;
    this.facets = b.facets;
    this.xml = b.xml;
    this.parts = b.parts;
    this.places = b.places;
  }

  /** Its own type with length or digits: {@code string(30)}, {@code decimal(18,2)}. */
  public String typeText() {
    if (facets.maxLength() != null) {
      return type.label() + "(" + facets.maxLength() + ")";
    }
    if (facets.digits() != null) {
      boolean whole = facets.scale() == null || facets.scale() == 0;
      return type.label() + "(" + facets.digits() + (whole ? "" : "," + facets.scale()) + ")";
    }
    return type.label();
  }

  public static Builder builder(String name, FieldType type) {
    return new Builder(name, type);
  }

  /** A builder of a node like this one, but for its type. */
  public Builder as(FieldType other) {
    Builder b = new Builder(name, other);
    b.required = required;
    b.nullable = nullable;
    b.open = open;
    b.titles = titles;
    b.facets = facets;
    b.xml = xml;
    b.parts = parts;
    b.places = places;
    return b;
  }

  /** A node about which nothing is known: any value, any fields. */
  public static SchemaNode any(String name) {
    return builder(name, FieldType.ANY).open(true).nullable(true).build();
  }

  /** The field's own name, without {@code []}; attributes start with {@code @}. */
  public String name() {
    return name;
  }

  public FieldType type() {
    return type;
  }

  /** Whether the parent always has this field. */
  public boolean required() {
    return required;
  }

  /** Whether the schema allows null here. */
  public boolean nullable() {
    return nullable;
  }

  /** Whether fields that the schema does not list may stand here. */
  public boolean open() {
    return open;
  }

  /** The schema's own title; null where it has none. */
  public @Nullable String title() {
    return titles.plain();
  }

  /** The titles people read. */
  public Titles titles() {
    return titles;
  }

  public Facets facets() {
    return facets;
  }

  /** What the field is in XML; null where no XML Schema and no XML sample says. */
  public @Nullable XmlShape xml() {
    return xml;
  }

  /** The fields of an object in schema order; empty for every other type. */
  public List<SchemaNode> children() {
    return type == FieldType.ARRAY ? List.of() : parts();
  }

  /** The item of an array. */
  public SchemaNode item() {
    if (type != FieldType.ARRAY) {
      throw new IllegalStateException(name + " is no array");
    }
    return parts().getFirst();
  }

  /** Whether it is an array whose places each have a meaning of their own. */
  public boolean isTuple() {
    return places != null;
  }

  /** What stands at each place of a tuple, the first first; empty for everything else. */
  public List<SchemaNode> places() {
    if (places == null) {
      return List.of();
    }
    List<SchemaNode> known = resolvedPlaces;
    if (known == null) {
      List<SchemaNode> made = List.copyOf(places.get());
      synchronized (this) {
        // Of two threads that make them at once both get the same nodes: a node is known by itself.
        known = resolvedPlaces == null ? made : resolvedPlaces;
        resolvedPlaces = known;
      }
    }
    return known;
  }

  /**
   * What an array holds in the end, arrays in arrays passed through; the node itself where it is no
   * array. A tuple is not passed through: it is one value.
   */
  public SchemaNode innermost() {
    SchemaNode node = this;
    for (int i = 0; i < MOST_ARRAYS && node.type == FieldType.ARRAY && !node.isTuple(); i++) {
      node = node.item();
    }
    return node;
  }

  /** How many arrays {@link #innermost()} passes through: how many {@code []} a path needs. */
  public int arrays() {
    int arrays = 0;
    SchemaNode node = this;
    while (arrays < MOST_ARRAYS && node.type == FieldType.ARRAY && !node.isTuple()) {
      node = node.item();
      arrays++;
    }
    return arrays;
  }

  /** The child of that name; null where there is none. */
  public @Nullable SchemaNode child(String childName) {
    for (SchemaNode child : children()) {
      if (child.name.equals(childName)) {
        return child;
      }
    }
    return null;
  }

  private List<SchemaNode> parts() {
    List<SchemaNode> known = resolved;
    if (known == null) {
      List<SchemaNode> made = List.copyOf(parts.get());
      synchronized (this) {
        known = resolved == null ? made : resolved;
        resolved = known;
      }
    }
    return known;
  }

  /**
   * How often the field occurs: {@code 1}, {@code 0..1}, and for arrays {@code 1..n} or {@code
   * 0..n}.
   */
  public String cardinality() {
    if (type == FieldType.ARRAY) {
      return required ? "1..n" : "0..n";
    }
    return required ? "1" : "0..1";
  }

  @Override
  public String toString() {
    return name + (type == FieldType.ARRAY ? "[]" : "") + ": " + type.label();
  }

  /** Collects what a node is made of. */
  public static final class Builder {
    private final String name;
    private final FieldType type;
    private boolean required;
    private boolean nullable;
    private boolean open;
    private Titles titles = Titles.NONE;
    private Facets facets = Facets.NONE;
    private @Nullable XmlShape xml;
    private Supplier<List<SchemaNode>> parts = List::of;
    private @Nullable Supplier<List<SchemaNode>> places;

    private Builder(String name, FieldType type) {
      this.name = name;
      this.type = type;
    }

    public Builder required(boolean value) {
      required = value;
      return this;
    }

    public Builder nullable(boolean value) {
      nullable = value;
      return this;
    }

    public Builder open(boolean value) {
      open = value;
      return this;
    }

    public Builder title(@Nullable String value) {
      return titles(new Titles(value, null));
    }

    public Builder titles(Titles value) {
      titles = value;
      return this;
    }

    public Builder facets(Facets value) {
      facets = value;
      return this;
    }

    public Builder xml(@Nullable XmlShape value) {
      xml = value;
      return this;
    }

    public Builder children(List<SchemaNode> value) {
      parts = () -> value;
      return this;
    }

    /** Children made when first asked for; called once. */
    public Builder children(Supplier<List<SchemaNode>> value) {
      parts = value;
      return this;
    }

    public Builder item(SchemaNode value) {
      parts = () -> List.of(value);
      return this;
    }

    /** An item made when first asked for; called once. */
    public Builder item(Supplier<SchemaNode> value) {
      parts = () -> List.of(value.get());
      return this;
    }

    /** Makes an array a tuple; its places are made when first asked for. */
    public Builder places(Supplier<List<SchemaNode>> value) {
      places = value;
      return this;
    }

    public SchemaNode build() {
      return new SchemaNode(this);
    }
  }
}
