package fieldloom.landscape;

import org.jspecify.annotations.Nullable;

/**
 * A document that goes from one system to another.
 *
 * @param id unique in its landscape: {@code "crm-erp-sales-order"}
 * @param from id of the system it leaves
 * @param to id of the system it reaches
 * @param title the document
 * @param mapping path of its mapping in the workspace; null where there is none yet
 * @param job name of its job in the workspace; null where there is none yet
 */
public record Flow(
    String id,
    String from,
    String to,
    Words title,
    @Nullable String mapping,
    @Nullable String job) {

  /** Whether it goes between two systems, in either direction. */
  public boolean isBetween(String a, String b) {
    return from.equals(a) && to.equals(b) || from.equals(b) && to.equals(a);
  }
}
