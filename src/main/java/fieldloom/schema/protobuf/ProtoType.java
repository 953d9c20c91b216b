package fieldloom.schema.protobuf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type that a file defines. */
sealed interface ProtoType {
  /** With its package and the messages around it. */
  String fullName();

  /**
   * A message.
   *
   * @param documentation the comment before it; "" where there is none
   * @param fields in the file's order
   */
  record Message(String fullName, String documentation, List<Field> fields) implements ProtoType {
    /** The last part of its name. */
    String name() {
      return fullName.substring(fullName.lastIndexOf('.') + 1);
    }
  }

  /** An enumeration. */
  record Enumeration(String fullName, String documentation, List<String> values)
      implements ProtoType {}

  /** How often a field occurs. */
  enum Label {
    OPTIONAL,
    REQUIRED,
    REPEATED
  }

  /**
   * A field of a message.
   *
   * @param type as it is written: {@code int32}, {@code map<string, Line>}, {@code .pkg.Order}
   * @param documentation the comment before or behind it; "" where there is none
   * @param defaultValue as it is written; null where there is none
   * @param line where it stands, from 1
   */
  record Field(
      String name,
      Label label,
      String type,
      String documentation,
      @Nullable String defaultValue,
      int line,
      int column) {

    boolean isMap() {
      return type.startsWith("map<");
    }
  }
}
