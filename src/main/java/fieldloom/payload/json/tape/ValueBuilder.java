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
  private int at;

  ValueBuilder(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
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
      String name = text();
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

  private String text() {
    int from = ++at;
    boolean escaped = false;
    while (bytes[at] != '"') {
      if (bytes[at] == '\\') {
        escaped = true;
        at++;
      }
      at++;
    }
    int to = at++;
    return escaped ? Unescape.text(bytes, from, to) : Tape.text(bytes, from, to);
  }

  private Num number() {
    int from = at;
    while (bytes[at] > ' ' && bytes[at] != ',' && bytes[at] != ']' && bytes[at] != '}') {
      at++;
    }
    return Num.ofText(new String(bytes, from, at - from, StandardCharsets.ISO_8859_1));
  }

  private void skipBlanks() {
    while (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t') {
      at++;
    }
  }
}
