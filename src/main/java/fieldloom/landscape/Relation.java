package fieldloom.landscape;

/**
 * What two systems have to do with each other.
 *
 * @param a id of a system
 * @param b id of another one
 * @param sentence who does what
 */
public record Relation(String a, String b, Words sentence) {

  public boolean isBetween(String one, String other) {
    return a.equals(one) && b.equals(other) || a.equals(other) && b.equals(one);
  }
}
