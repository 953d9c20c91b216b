package fieldloom.landscape;

/**
 * A part of the landscape that is shown by itself.
 *
 * @param id unique in its landscape
 * @param title what it is called
 */
public record Area(String id, Words title) {}
