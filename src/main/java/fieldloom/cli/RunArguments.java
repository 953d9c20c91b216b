package fieldloom.cli;

import fieldloom.job.RunRequest;
import fieldloom.job.TablePlaces;
import fieldloom.job.UnusableException;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the options of a run that name files and parameters. */
final class RunArguments {
  private static final String STANDARD = "-";

  private RunArguments() {}

  /** Parameters given as {@code KEY=VALUE}. */
  static Map<String, String> parameters(List<String> given) throws UnusableException {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String text : given) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw new UnusableException("--set wants KEY=VALUE, not \"" + text + "\".");
      }
      String key = text.substring(0, equals);
      if (parameters.put(key, text.substring(equals + 1)) != null) {
        throw new UnusableException("--set gives " + key + " twice; give it once.");
      }
    }
    return parameters;
  }

  /** Inputs given as {@code NAME=FILE} or {@code NAME=URL}, each name a source of the mapping. */
  static Map<String, RunRequest.Input> inputs(
      Mapping mapping, List<String> given, InputStream standard, TablePlaces places)
      throws UnusableException {
    Map<String, RunRequest.Input> inputs = new LinkedHashMap<>();
    boolean standardTaken = false;
    for (String text : given) {
      int equals = text.indexOf('=');
      String name = equals < 0 ? "" : text.substring(0, equals);
      String file = text.substring(equals + 1);
      if (mapping.sources().stream().noneMatch(source -> source.name().equals(name))) {
        throw new UnusableException(
            "--in "
                + text
                + " names no source of the mapping; write NAME=FILE with NAME one of: "
                + names(mapping.sources())
                + ".");
      }
      boolean isStandard = file.equals(STANDARD);
      if (isStandard && standardTaken) {
        throw new UnusableException(
            "Two sources are to come from standard input; give one of them as a file.");
      }
      standardTaken |= isStandard;
      RunRequest.Input input =
          isStandard
              ? new RunRequest.Input.Stream(standard, "standard input")
              : TablePlaces.isUrl(file)
                  ? new RunRequest.Input.Database(places.typed(file))
                  : new RunRequest.Input.File(path(file, "--in " + text));
      if (inputs.put(name, input) != null) {
        throw new UnusableException("--in gives the source " + name + " twice; give it once.");
      }
    }
    return places.inputs(inputs);
  }

  /** Outputs: {@code NAME=FILE} where NAME is a target, else the text is the main target's file. */
  static Map<String, RunRequest.Output> outputs(
      Mapping mapping, List<String> given, OutputStream standard, TablePlaces places)
      throws UnusableException {
    Map<String, RunRequest.Output> outputs = new LinkedHashMap<>();
    Map<String, String> targetOfFile = new LinkedHashMap<>();
    for (String text : given) {
      int equals = text.indexOf('=');
      String before = equals < 0 ? "" : text.substring(0, equals);
      boolean named = mapping.targets().stream().anyMatch(it -> it.name().equals(before));
      String name = named ? before : mapping.mainTarget().name();
      String file = named ? text.substring(equals + 1) : text;
      boolean database = TablePlaces.isUrl(file);
      RunRequest.Output output =
          file.equals(STANDARD)
              ? new RunRequest.Output.Stream(standard)
              : database
                  ? new RunRequest.Output.Database(places.typed(file))
                  : new RunRequest.Output.File(path(file, "--out " + text));
      if (outputs.put(name, output) != null) {
        throw new UnusableException("--out gives the target " + name + " twice; give it once.");
      }
      // Two tables may well stand in one database.
      String other = database ? null : targetOfFile.put(file, name);
      if (other != null) {
        throw new UnusableException(
            "The targets " + other + " and " + name + " cannot both be written to " + file + ".");
      }
    }
    return places.outputs(outputs);
  }

  private static Path path(String file, String option) throws UnusableException {
    if (file.isEmpty()) {
      throw new UnusableException(option + " names no file.");
    }
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new UnusableException(option + " is no file name: " + e.getReason() + ".");
    }
  }

  private static String names(List<Document> documents) {
    return documents.stream().map(Document::name).collect(Collectors.joining(", "));
  }
}
