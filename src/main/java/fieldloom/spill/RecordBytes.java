package fieldloom.spill;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Values as bytes and back: what is read equals what was written in everything that can be seen of
 * it, a number's digits and a text's single surrogates included. Not thread-safe.
 */
final class RecordBytes {
  private static final byte ABSENT = 0;
  private static final byte NULL = 1;
  private static final byte TRUE = 2;
  private static final byte FALSE = 3;
  private static final byte LATIN = 4;
  private static final byte WIDE = 5;
  private static final byte NUMBER = 6;
  private static final byte LIST = 7;
  private static final byte OBJECT = 8;
  private static final byte DATE = 9;
  private static final byte TIME = 10;
  private static final byte OFFSET = 11;
  private static final byte ZONED = 12;
  private static final byte BINARY = 13;

  private byte[] bytes;
  private int at;

  private RecordBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A value's bytes. */
  static byte[] of(Object value) {
    RecordBytes out = new RecordBytes(new byte[256]);
    out.write(value);
    return Arrays.copyOf(out.bytes, out.at);
  }

  /** The value that bytes hold. */
  static Object value(byte[] bytes) {
    return new RecordBytes(bytes).read();
  }

  private void write(Object value) {
    switch (value) {
      case String text -> text(text);
      case Num number -> tagged(NUMBER, number.text());
      case Obj object -> {
        put(OBJECT);
        count(object.size());
        for (int i = 0; i < object.size(); i++) {
          text(object.name(i));
          write(object.value(i));
        }
      }
      case List<?> list -> {
        put(LIST);
        count(list.size());
        list.forEach(this::write);
      }
      case Boolean flag -> put(flag ? TRUE : FALSE);
      case Null ignored -> put(NULL);
      case Absent ignored -> put(ABSENT);
      case LocalDate date -> tagged(DATE, date.toString());
      case LocalTime time -> tagged(TIME, time.toString());
      case OffsetDateTime moment -> tagged(OFFSET, moment.toString());
      case ZonedDateTime moment -> tagged(ZONED, moment.toString());
      case Binary binary -> tagged(BINARY, binary.base64());
      default -> throw new IllegalArgumentException("no value of a record: " + value.getClass());
    }
  }

  private void tagged(byte kind, String text) {
    put(kind);
    text(text);
  }

  private void text(String text) {
    int length = text.length();
    boolean latin = true;
    for (int i = 0; i < length && latin; i++) {
      latin = text.charAt(i) < 0x100;
    }
    put(latin ? LATIN : WIDE);
    count(length);
    room(latin ? length : 2 * length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (!latin) {
        bytes[at++] = (byte) (c >> 8);
      }
      bytes[at++] = (byte) c;
    }
  }

  private void put(byte one) {
    room(1);
    bytes[at++] = one;
  }

  /** A number from 0 on, small ones in few bytes. */
  private void count(int number) {
    room(5);
    int rest = number;
    while (rest >= 0x80) {
      bytes[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[at++] = (byte) rest;
  }

  private void room(int more) {
    if (bytes.length - at < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + more));
    }
  }

  private Object read() {
    byte kind = bytes[at++];
    return switch (kind) {
      case ABSENT -> Absent.ABSENT;
      case NULL -> Null.NULL;
      case TRUE -> Boolean.TRUE;
      case FALSE -> Boolean.FALSE;
      case LATIN, WIDE -> characters(kind);
      case NUMBER -> Num.ofText(text());
      case LIST -> {
        int size = count();
        List<Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
          list.add(read());
        }
        yield list;
      }
      case OBJECT -> {
        int size = count();
        Obj object = new Obj();
        for (int i = 0; i < size; i++) {
          object.add(text(), read());
        }
        yield object;
      }
      case DATE -> LocalDate.parse(text());
      case TIME -> LocalTime.parse(text());
      case OFFSET -> OffsetDateTime.parse(text());
      case ZONED -> ZonedDateTime.parse(text());
      case BINARY -> new Binary(Base64.getDecoder().decode(text()));
      default -> throw new IllegalStateException("no kind of value: " + kind);
    };
  }

  private String text() {
    return characters(bytes[at++]);
  }

  private String characters(byte kind) {
    int length = count();
    if (kind == LATIN) {
      String text = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
      at += length;
      return text;
    }
    char[] characters = new char[length];
    for (int i = 0; i < length; i++) {
      characters[i] = (char) ((bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF);
      at += 2;
    }
    return new String(characters);
  }

  private int count() {
    int number = 0;
    int shift = 0;
    byte one;
    do {
      one = bytes[at++];
      number |= (one & 0x7F) << shift;
      shift += 7;
    } while (one < 0);
    return number;
  }
}
