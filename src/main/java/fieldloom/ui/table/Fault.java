package fieldloom.ui.table;

/**
 * Why a text cannot stand in a cell.
 *
 * @param from char index in the text where it goes wrong; -1 where that is no place in it
 * @param sentence what is wrong
 */
record Fault(int from, String sentence) {}
