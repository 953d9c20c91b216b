package fieldloom.model.difference;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is different between two mappings. {@link #before} and {@link #after} say it in
 * the language of formulas and files, for people to read; {@link ChangeWords} makes a sentence.
 */
public sealed interface Change {

  /** As it was; null where there was nothing. */
  @Nullable String before();

  /** As it is; null where there is nothing any more. */
  @Nullable String after();

  /** What can happen to a thing. */
  enum Kind {
    NEW,
    CHANGED,
    GONE
  }

  /** Whether {@link #before} and {@link #after} are there. */
  default Kind kind() {
    return before() == null ? Kind.NEW : after() == null ? Kind.GONE : Kind.CHANGED;
  }

  /** How that which it is about changed: a field with a new condition is not a new field. */
  default Kind ofWhole() {
    boolean whole =
        switch (this) {
          case OfRule rule -> rule.aspect() == Aspect.RULE;
          case OfDocument document -> document.trait() == Trait.DOCUMENT;
          case OfSchema schema -> schema.whole();
          case OfPart _, OfRow _ -> true;
          case OfMapping _ -> false;
        };
    return whole ? kind() : Kind.CHANGED;
  }

  /**
   * What fills a field.
   *
   * @param target name of the target document
   * @param to the field, as rules write it: {@code FEntity[].FAmount}
   */
  record OfRule(
      String target, String to, Aspect aspect, @Nullable String before, @Nullable String after)
      implements Change {}

  /** What of a rule. */
  enum Aspect {
    /** All of it. */
    RULE,
    /** The link, formula or constant. */
    VALUE,
    WHEN,
    DEFAULT,
    /** The list that a loop goes over. */
    LIST,
    ALIAS,
    WHERE,
    SORTING,
    GROUPS,
    DISTINCT,
    JOINS,
    /** The loop that it belongs to. */
    LOOP,
    NOTE,
    /** Where its nodes are drawn, and how. */
    LOOK,
    /** In which order the rules of the field come. */
    PLACE,
    OTHER
  }

  /**
   * A source or a target.
   *
   * @param source whether it is a source
   */
  record OfDocument(
      boolean source, String name, Trait trait, @Nullable String before, @Nullable String after)
      implements Change {}

  /** What of a document. */
  enum Trait {
    /** All of it. */
    DOCUMENT,
    FORMAT,
    SCHEMA,
    OPTIONS,
    /** Which records are mapped, and how they are grouped. */
    INTAKE,
    /** Which source drives, which target is the main one. */
    PLACE,
    OTHER
  }

  /**
   * A field of a document's schema.
   *
   * @param path from the record down: {@code lines[].qty}
   * @param whole whether the field is new or gone
   */
  record OfSchema(
      boolean source,
      String document,
      String path,
      boolean whole,
      @Nullable String before,
      @Nullable String after)
      implements Change {}

  /** A variable, table, function, parameter or test. */
  record OfPart(Part part, String name, @Nullable String before, @Nullable String after)
      implements Change {}

  /** What else a mapping is made of. */
  enum Part {
    VARIABLE,
    TABLE,
    FUNCTION,
    PARAMETER,
    TEST,
    /** A warning that was accepted, with the reason. */
    ACCEPTANCE
  }

  /** A row of a lookup table, named by its key. */
  record OfRow(String table, String key, @Nullable String before, @Nullable String after)
      implements Change {}

  /** The mapping as a whole. */
  record OfMapping(Setting setting, @Nullable String before, @Nullable String after)
      implements Change {}

  /** What of the mapping as a whole. */
  enum Setting {
    NAME,
    ZONE,
    LOCALE,
    /** Where things are drawn that belong to no rule. */
    LAYOUT,
    OTHER
  }
}
