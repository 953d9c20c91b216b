package fieldloom.payload.xml;

/**
 * The name of an element or attribute as it is written. The names of a document are few and looked
 * up for each element; those of one namespace have the same prefix mostly, so that what is written
 * is put together once.
 */
final class TagName {
  /** "" for no namespace. */
  final String uri;

  final String local;

  /** The prefix that its schema has; "" for none. */
  final String liked;

  private String prefix = "";
  private String start;
  private String end;
  private String attribute;

  TagName(String uri, String local, String liked) {
    this.uri = uri;
    this.local = local;
    this.liked = liked;
    this.start = "<" + local;
    this.end = "</" + local + ">";
    this.attribute = " " + local + "=\"";
  }

  /** Takes a prefix; "" for none. */
  TagName with(String given) {
    if (!given.equals(prefix)) {
      prefix = given;
      String name = given.isEmpty() ? local : given + ":" + local;
      start = "<" + name;
      end = "</" + name + ">";
      attribute = " " + name + "=\"";
    }
    return this;
  }

  /** {@code <name}. */
  String start() {
    return start;
  }

  /** {@code </name>}. */
  String end() {
    return end;
  }

  /** The name with a blank before it and the first quote behind. */
  String attribute() {
    return attribute;
  }
}
