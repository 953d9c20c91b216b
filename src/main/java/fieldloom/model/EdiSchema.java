package fieldloom.model;

/**
 * The schema of EDI messages that a tree was read from, as interchanges are checked against it.
 *
 * @param xml a StAEDI schema in one piece, without includes and without a document type declaration
 */
public record EdiSchema(String xml) {}
