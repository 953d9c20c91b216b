package fieldloom.ui.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.job.TablePlaces;
import fieldloom.model.Document;
import fieldloom.model.Job;
import fieldloom.model.Mapping;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What is asked before a mapping runs: a file for each source and target, and the rest. */
public final class RunDialogModel {
  private final Mapping mapping;
  private final String path;
  private final List<String> samples;
  private final Path outputFolder;
  private final Map<String, StringProperty> inputs = new LinkedHashMap<>();
  private final Map<String, StringProperty> outputs = new LinkedHashMap<>();
  private final StringProperty name = new SimpleStringProperty();
  private final ObjectProperty<Job.OnError> onError = new SimpleObjectProperty<>(Job.OnError.STOP);
  private final Map<String, String> set;
  private final @Nullable Long memory;

  /**
   * @param path of the mapping in its workspace
   * @param samples files of the workspace that may be read
   * @param sample the sample that is shown, offered for the first source; "" where none is
   * @param outputFolder where outputs without a folder of their own go
   * @param before the job of this mapping that was saved last, whose choices are offered again;
   *     null where there is none
   */
  public RunDialogModel(
      Mapping mapping,
      String path,
      List<String> samples,
      String sample,
      Path outputFolder,
      @Nullable Job before) {
    this.mapping = mapping;
    this.path = path;
    this.samples = List.copyOf(samples);
    this.outputFolder = outputFolder;
    for (Document source : mapping.sources()) {
      String offered = database(source, source == mapping.driver() ? sample : "");
      inputs.put(source.name(), text(before == null ? null : before.inputs(), source, offered));
    }
    for (Document target : mapping.targets()) {
      outputs.put(
          target.name(),
          text(
              before == null ? null : before.outputs(),
              target,
              database(target, outputName(target))));
    }
    name.set(before == null ? mapping.name() : before.name());
    onError.set(before == null ? Job.OnError.STOP : before.onError());
    set = before == null ? Map.of() : before.set();
    memory = before == null ? null : before.memory();
  }

  private static StringProperty text(
      @Nullable Map<String, String> before, Document document, String offered) {
    return new SimpleStringProperty(
        before == null ? offered : before.getOrDefault(document.name(), offered));
  }

  /** The database that a source or target names; what is offered otherwise where it names none. */
  private static String database(Document document, String otherwise) {
    JsonNode options = document.options();
    String url = options == null ? "" : options.path("url").asText();
    return document.format().equals("table") && TablePlaces.isUrl(url) ? url : otherwise;
  }

  /** What an output is called where nobody says otherwise. */
  String outputName(Document target) {
    String base = Path.of(path).getFileName().toString().replaceFirst("\\.[^.]*$", "");
    return base + "-" + target.name() + "." + target.format();
  }

  public Mapping mapping() {
    return mapping;
  }

  /** Documents of the workspace that may be read. */
  public List<String> samples() {
    return samples;
  }

  /** Where outputs without a folder of their own go. */
  public Path outputFolder() {
    return outputFolder;
  }

  /** Input of each source by name: a file, a sample of the workspace, a database's URL. */
  public Map<String, StringProperty> inputs() {
    return inputs;
  }

  /** Output file, or URL of a database, of each target by name. */
  public Map<String, StringProperty> outputs() {
    return outputs;
  }

  public StringProperty nameProperty() {
    return name;
  }

  public ObjectProperty<Job.OnError> onErrorProperty() {
    return onError;
  }

  /** What is still missing, one sentence; empty where it can run. */
  public String problem() {
    for (Map.Entry<String, StringProperty> input : inputs.entrySet()) {
      String text = input.getValue().get().strip();
      boolean there = TablePlaces.isUrl(text) || samples.contains(text) || isFile(text);
      if (text.isEmpty() || !there) {
        return RunWords.TEXTS.get("dialog.need.input", input.getKey());
      }
    }
    for (Map.Entry<String, StringProperty> output : outputs.entrySet()) {
      String text = output.getValue().get().strip();
      if (text.isEmpty() || !TablePlaces.isUrl(text) && pathOf(text) == null) {
        return RunWords.TEXTS.get("dialog.need.output", output.getKey());
      }
    }
    return name.get().isBlank() ? RunWords.TEXTS.get("dialog.need.name") : "";
  }

  private static boolean isFile(String text) {
    Path file = pathOf(text);
    return file != null && Files.isReadable(file) && !Files.isDirectory(file);
  }

  private static @Nullable Path pathOf(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** The job as it stands, to be saved and run. */
  public Job job() {
    Map<String, String> in = new LinkedHashMap<>();
    inputs.forEach((source, text) -> in.put(source, text.get().strip()));
    Map<String, String> out = new LinkedHashMap<>();
    outputs.forEach((target, text) -> out.put(target, text.get().strip()));
    return new Job(0, name.get().strip(), path, in, out, onError.get(), set, memory);
  }
}
