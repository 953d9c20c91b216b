package fieldloom.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fieldloom.model.Job;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A job as it comes with the program: {@code job.json} beside its mapping. */
final class JobFile {
  /** Its name in the mapping's folder. */
  static final String NAME = "job.json";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JobFile() {}

  /**
   * Reads it.
   *
   * @param documents where a file beside the mapping lies in the workspace
   * @param outputs where an output goes
   */
  static Job read(byte[] content, UnaryOperator<String> documents, UnaryOperator<String> outputs)
      throws IOException {
    JsonNode json = JSON.readTree(content);
    return new Job(
        0,
        json.path("name").asText(),
        documents.apply(json.path("mapping").asText()),
        texts(json.path("inputs"), documents),
        texts(json.path("outputs"), outputs),
        Job.OnError.valueOf(json.path("onError").asText("stop").toUpperCase(Locale.ROOT)),
        texts(json.path("set"), value -> value));
  }

  private static Map<String, String> texts(JsonNode object, UnaryOperator<String> change) {
    Map<String, String> texts = new LinkedHashMap<>();
    object
        .properties()
        .forEach(entry -> texts.put(entry.getKey(), change.apply(entry.getValue().asText())));
    return texts;
  }
}
