package fieldloom.model;

import java.util.List;

/** In which order, and how often, the elements of an XML element stand. Immutable. */
public sealed interface XmlContent {
  /** As often as one likes. */
  int UNBOUNDED = Integer.MAX_VALUE;

  /** How often it stands at least. */
  int min();

  /** How often it stands at most; {@link #UNBOUNDED} where there is no limit. */
  int max();

  /**
   * A field.
   *
   * @param field its name among the node's children
   */
  record Field(String field, int min, int max) implements XmlContent {}

  /** Elements that the schema does not list. */
  record Anything(int min, int max) implements XmlContent {}

  /** Parts that stand together. */
  record Group(Kind kind, List<XmlContent> parts, int min, int max) implements XmlContent {
    public Group {
      parts = List.copyOf(parts);
    }
  }

  /** How the parts of a group stand together. */
  enum Kind {
    /** One after another. */
    SEQUENCE,
    /** One of them. */
    CHOICE,
    /** All of them, in any order. */
    ALL
  }
}
