package fieldloom.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Names joined by dots: {@code FEntity[].FMaterialId.FNumber}. {@code []} stands after a repeating
 * field; {@code @name} is an XML attribute, {@code #text} an element's own text; a name that is no
 * plain identifier stands in backticks, a backtick inside doubled.
 */
public record Path(List<Step> steps) {

  /** The path of the record itself. */
  public static final Path EMPTY = new Path(List.of());

  public Path {
    steps = List.copyOf(steps);
  }

  /**
   * One name of a path.
   *
   * @param name without backticks and brackets
   * @param arrays how many {@code []} follow the name
   */
  public record Step(String name, int arrays) {
    @Override
    public String toString() {
      return quote(name) + "[]".repeat(arrays);
    }
  }

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException with one sentence that says what is wrong and at which
   *     character
   */
  public static Path parse(String text) {
    return new Path(new PathParser(text).parse());
  }

  public boolean isEmpty() {
    return steps.isEmpty();
  }

  public int size() {
    return steps.size();
  }

  public Step last() {
    return steps.getLast();
  }

  public Path parent() {
    return new Path(steps.subList(0, steps.size() - 1));
  }

  public Path child(String name, int arrays) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(new Step(name, arrays));
    return new Path(longer);
  }

  public Path child(String name) {
    return child(name, 0);
  }

  /** The first {@code count} steps. */
  public Path head(int count) {
    return new Path(steps.subList(0, count));
  }

  /** All but the first {@code count} steps. */
  public Path tail(int count) {
    return new Path(steps.subList(count, steps.size()));
  }

  public boolean startsWith(Path other) {
    return size() >= other.size() && steps.subList(0, other.size()).equals(other.steps);
  }

  /** The name as a path writes it, in backticks where it must be. */
  public static String quote(String name) {
    return isPlain(name) ? name : "`" + name.replace("`", "``") + "`";
  }

  /**
   * Whether a name needs no backticks. Chinese names are plain; so are {@code @id}, {@code #text}.
   */
  public static boolean isPlain(String name) {
    if (name.equals("#text")) {
      return true;
    }
    int start = name.startsWith("@") ? 1 : 0;
    if (name.length() == start
        || !Character.isUnicodeIdentifierStart(name.codePointAt(start))
            && name.charAt(start) != '_'
            && name.charAt(start) != '$') {
      return false;
    }
    return name.codePoints().skip(start).allMatch(Path::isNamePart);
  }

  /** Whether a code point can stand inside a plain name. */
  public static boolean isNamePart(int c) {
    return c == '$' || Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (Step step : steps) {
      if (!out.isEmpty()) {
        out.append('.');
      }
      out.append(step);
    }
    return out.toString();
  }
}
