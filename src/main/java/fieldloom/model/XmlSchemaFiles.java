package fieldloom.model;

import java.util.List;
import java.util.Map;

/**
 * The XML Schema that a tree was read from, as documents are checked against it.
 *
 * @param files the schema first, then those it includes and imports
 */
public record XmlSchemaFiles(List<File> files) {

  public XmlSchemaFiles {
    files = List.copyOf(files);
  }

  /**
   * One file.
   *
   * @param path its path, by which the others refer to it; each once
   * @param content its bytes
   * @param references path of the file that each of its {@code schemaLocation} texts means; what is
   *     not listed means none
   */
  public record File(String path, byte[] content, Map<String, String> references) {
    public File {
      references = Map.copyOf(references);
    }
  }
}
