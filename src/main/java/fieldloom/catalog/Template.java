package fieldloom.catalog;

/**
 * A mapping between two documents of the catalog that the program carries, with its samples, tests
 * and job.
 *
 * @param path of the mapping where its folder is laid out: {@code "orders/orders.flmap"}
 * @param name what the mapping is called
 * @param source id of the document that drives it
 * @param target id of the document that it makes
 */
public record Template(String path, String name, String source, String target) {

  /** The folder it lies in. */
  public String folder() {
    return path.substring(0, path.indexOf('/'));
  }
}
