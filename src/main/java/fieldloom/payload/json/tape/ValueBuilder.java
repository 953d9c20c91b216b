package fieldloom.payload.json.tape;

import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes the value of bytes that a {@link TapeReader} has found to be right. */
final class ValueBuilder {
  private final byte[] bytes;
  private final Names names;
  private int at;

  ValueBuilder(byte[] bytes, int from, Names names) {
    this.bytes = bytes;
    this.at = from;
    this.names = names;
  }

  /** The value that starts here. */
  Object value() {
    skipBlanks();
    switch (bytes[at]) {
      case '{' -> {
        return object();
      }
      case '[' -> {
        return list();
      }
      case '"' -> {
        return text();
      }
      case 't' -> {
        at += 4;
        return Boolean.TRUE;
      }
      case 'f' -> {
        at += 5;
        return Boolean.FALSE;
      }
      case 'n' -> {
        at += 4;
        return Null.NULL;
      }
      default -> {
        return number();
      }
    }
  }

  private Obj object() {
    Obj out = new Obj();
    at++;
    skipBlanks();
    while (bytes[at] != '}') {
      String name = name();
      skipBlanks();
      at++;
      out.putSeen(name, value());
      skipBlanks();
      if (bytes[at] == ',') {
        at++;
        skipBlanks();
      }
    }
    at++;
    return out;
  }

  private List<Object> list() {
    List<Object> out = new ArrayList<>();
    at++;
    skipBlanks();
    while (bytes[at] != ']') {
      out.add(value());
      skipBlanks();
      if (bytes[at] == ',') {
        at++;
        skipBlanks();
      }
    }
    at++;
    return out;
  }

  private String name() {
    int from = at + 1;
    return skipText() ? Unescape.text(bytes, from, at - 1) : names.name(bytes, from, at - 1);
  }

  /** Goes behind a text; whether it has escapes. */
  private boolean skipText() {
    int i = at + 1;
    boolean escaped = false;
    while (true) {
      long marks = Bytes.special(Bytes.word(bytes, i));
      if (marks == 0) {
        i += 8;
        continue;
      }
      i += Bytes.first(marks);
      if (bytes[i] == '"') {
        at = i + 1;
        return escaped;
      }
      boolean escape = bytes[i] == '\\';
      escaped |= escape;
      i += escape ? 2 : 1;
    }
  }

  private String text() {
    int from = at + 1;
    boolean escaped = skipText();
    int to = at - 1;
    return escaped ? Unescape.text(bytes, from, to) : Tape.text(bytes, from, to);
  }

  private Num number() {
    int from = at;
    while (bytes[at] > ' ' && bytes[at] != ',' && bytes[at] != ']' && bytes[at] != '}') {
      at++;
    }
    for (int i = from; i < at; i++) {
      if (bytes[i] == 'e' || bytes[i] == 'E') {
        return Num.ofText(new String(bytes, from, at - from, StandardCharsets.ISO_8859_1));
      }
    }
    return Tape.number(bytes, from, at);
  }

  private void skipBlanks() {
    while (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t') {
      at++;
    }
  }
}
