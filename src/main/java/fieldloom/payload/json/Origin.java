package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonLocation;

/**
 * Where a part of a document that is parsed by itself begins in it.
 *
 * @param opening what is put before the part, so that a parser takes it for what it is: the
 *     brackets that are open there
 * @param line of the part's first character, from 1
 * @param column of it, from 1
 */
record Origin(String opening, long line, long column) {
  /** The beginning of a document. */
  static final Origin START = new Origin("", 1, 1);

  /** Whether brackets are open there. */
  boolean isWithin() {
    return !opening.isEmpty();
  }

  /** The line of the document, from 1. */
  long line(JsonLocation at) {
    return Math.max(1, at.getLineNr()) + line - 1;
  }

  /** The place in the document: {@code line 3, column 2}. */
  String place(JsonLocation at) {
    long start = at.getLineNr() <= 1 ? column - 1 - opening.length() : 0;
    return "line " + line(at) + ", column " + Math.max(1, Math.max(1, at.getColumnNr()) + start);
  }
}
