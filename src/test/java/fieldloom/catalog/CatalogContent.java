package fieldloom.catalog;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/** The catalog's files as trees, for tests that walk over all of them. */
final class CatalogContent {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final String SCHEMA = ".schema.json";

  private CatalogContent() {}

  /** Ids of all documents: {@code crm/account}. */
  static List<String> documents() {
    return files().stream()
        .filter(file -> file.endsWith(SCHEMA))
        .map(file -> file.substring(0, file.length() - SCHEMA.length()))
        .toList();
  }

  /** Samples of a document, relative to the catalog. */
  static List<String> samples(String document) {
    int slash = document.indexOf('/');
    Pattern sample =
        Pattern.compile(
            Pattern.quote(document.substring(0, slash))
                + "/samples/"
                + Pattern.quote(document.substring(slash + 1))
                + "-\\d+\\.json");
    return files().stream().filter(file -> sample.matcher(file).matches()).toList();
  }

  /** The files of the catalog, relative to it. */
  static List<String> files() {
    try {
      return CarriedFiles.list("catalog");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode schema(String document) {
    return tree(document + SCHEMA);
  }

  /** A file of the catalog; numbers keep their digits. */
  static JsonNode tree(String file) {
    try {
      return JSON.readTree(CarriedFiles.read("catalog/" + file));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
