package fieldloom.database;

import fieldloom.model.FieldType;

/** How a column keeps its values, as far as reading and writing them differs. */
public enum Storage {
  /** Whole numbers of any size. */
  WHOLE(FieldType.INTEGER),
  /** Decimal numbers, exact. */
  EXACT(FieldType.DECIMAL),
  /** Binary fractions of 32 bits. */
  SINGLE(FieldType.DECIMAL),
  /** Binary fractions of 64 bits. */
  DOUBLE(FieldType.DECIMAL),
  BOOLEAN(FieldType.BOOLEAN),
  TEXT(FieldType.STRING),
  /** Texts of one length, filled with blanks that are no part of the value. */
  PADDED(FieldType.STRING),
  UUID(FieldType.STRING),
  /** Types of a database's own, read and written as the text it shows for them. */
  OTHER(FieldType.STRING),
  DATE(FieldType.DATE),
  TIME(FieldType.TIME),
  ZONED_TIME(FieldType.TIME),
  /** Date and time without a zone. */
  DATETIME(FieldType.DATETIME),
  ZONED_DATETIME(FieldType.DATETIME),
  /** A moment that the driver hands out as date and time in UTC: TIMESTAMP of MariaDB. */
  MOMENT(FieldType.DATETIME),
  BYTES(FieldType.BINARY),
  /** JSON, read and written as the value it stands for. */
  JSON(FieldType.ANY),
  ARRAY(FieldType.ARRAY);

  private final FieldType fieldType;

  Storage(FieldType fieldType) {
    this.fieldType = fieldType;
  }

  /** The type of a field with such values. */
  public FieldType fieldType() {
    return fieldType;
  }
}
