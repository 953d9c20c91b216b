package fieldloom.payload.xml;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.payload.FormatException;
import fieldloom.payload.text.Options;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The option {@code records}: the names of elements from the document's root down to those that are
 * one record each, such as {@code /orders/order}.
 *
 * @param names each as paths write it, with a prefix where that is needed; none where the whole
 *     document is one record
 */
public record RecordsPath(List<String> names) {
  public RecordsPath {
    names = List.copyOf(names);
  }

  /**
   * Reads the option.
   *
   * @param owner name of the source or target, for messages
   * @throws FormatException where it is no such path
   */
  public static RecordsPath of(String owner, @Nullable JsonNode given) throws FormatException {
    Options options = new Options(owner, given);
    JsonNode node = options.node("records");
    if (node == null) {
      return new RecordsPath(List.of());
    }
    String text = node.isTextual() ? node.textValue() : "";
    List<String> names =
        List.of(text.startsWith("/") ? text.substring(1).split("/", -1) : text.split("/"));
    if (!text.startsWith("/") || names.stream().anyMatch(name -> !isStep(name))) {
      throw options.wrong(
          "records",
          node,
          "the names of elements from the root down to one record, such as \"/orders/order\"");
    }
    return new RecordsPath(names);
  }

  private static boolean isStep(String name) {
    int colon = name.indexOf(':');
    return XmlNames.isName(name.substring(colon + 1))
        && (colon < 0 || XmlNames.isName(name.substring(0, colon)));
  }

  /** Whether the whole document is one record. */
  public boolean isWhole() {
    return names.isEmpty();
  }

  /** As it is written in options. */
  @Override
  public String toString() {
    return "/" + String.join("/", names);
  }
}
