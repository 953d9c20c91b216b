package fieldloom.model;

import java.util.Locale;

/** The types a field can have, as {@code mapping-format.md} lists them. */
public enum FieldType {
  STRING,
  INTEGER,
  DECIMAL,
  BOOLEAN,
  DATE,
  TIME,
  DATETIME,
  BINARY,
  OBJECT,
  ARRAY,
  ANY;

  /** The name as files and people write it: {@code "datetime"}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isNumber() {
    return this == INTEGER || this == DECIMAL;
  }

  public boolean isTemporal() {
    return this == DATE || this == TIME || this == DATETIME;
  }

  /** A type whose values have no parts. {@link #ANY} is not one: it may hold an object. */
  public boolean isScalar() {
    return this != OBJECT && this != ARRAY && this != ANY;
  }
}
