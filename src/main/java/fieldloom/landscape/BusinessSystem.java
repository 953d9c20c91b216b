package fieldloom.landscape;

/**
 * A system of the landscape.
 *
 * @param id short name, unique in its landscape: {@code "crm"}
 * @param area id of the area it is drawn in
 * @param name as people call it: {@code "CRM"}
 * @param title what it is for, in a word or two
 * @param sentence what it holds, in a line
 * @param icon name of a Feather icon without {@code fth-}: {@code "users"}
 * @param central whether it is the one the others are grouped around
 * @param x centre, in pixels of the landscape
 * @param y centre, in pixels of the landscape
 */
public record BusinessSystem(
    String id,
    String area,
    String name,
    Words title,
    Words sentence,
    String icon,
    boolean central,
    double x,
    double y) {

  /** The same system elsewhere. */
  public BusinessSystem at(double newX, double newY) {
    return new BusinessSystem(id, area, name, title, sentence, icon, central, newX, newY);
  }
}
