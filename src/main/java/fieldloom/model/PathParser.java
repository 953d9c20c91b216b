package fieldloom.model;

import java.util.ArrayList;
import java.util.List;

/** Reads a path of a mapping file; formulas read theirs with the formula parser. */
final class PathParser {
  private final String text;
  private int at;

  PathParser(String text) {
    this.text = text;
  }

  List<Path.Step> parse() {
    List<Path.Step> steps = new ArrayList<>();
    do {
      String name = name();
      int arrays = 0;
      while (text.startsWith("[]", at)) {
        at += 2;
        arrays++;
      }
      steps.add(new Path.Step(name, arrays));
    } while (dot());
    return steps;
  }

  private boolean dot() {
    if (at == text.length()) {
      return false;
    }
    if (text.charAt(at) != '.') {
      throw wrong("a dot or [] was expected");
    }
    at++;
    return true;
  }

  private String name() {
    if (at == text.length()) {
      throw wrong("a name is missing");
    }
    if (text.charAt(at) == '`') {
      return quoted();
    }
    if (text.startsWith("@`", at)) {
      at++;
      return "@" + quoted();
    }
    int start = at;
    if (text.startsWith("#text", at)) {
      at += 5;
    } else {
      if (text.charAt(at) == '@') {
        at++;
      }
      while (at < text.length() && Path.isNamePart(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
      }
    }
    String name = text.substring(start, at);
    if (!Path.isPlain(name)) {
      throw wrong("a name that is no plain identifier must stand in backticks");
    }
    return name;
  }

  private String quoted() {
    StringBuilder name = new StringBuilder();
    int open = at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '`') {
        name.append(c);
      } else if (at < text.length() && text.charAt(at) == '`') {
        name.append('`');
        at++;
      } else {
        return name.toString();
      }
    }
    at = open;
    throw wrong("this backtick is not closed");
  }

  private IllegalArgumentException wrong(String what) {
    int character = text.codePointCount(0, at) + 1;
    return new IllegalArgumentException(
        "“" + text + "” is no path: " + what + " at character " + character + ".");
  }
}
