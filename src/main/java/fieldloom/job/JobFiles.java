package fieldloom.job;

import fieldloom.store.DocumentPath;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the documents and files that a job names. */
final class JobFiles {
  private final Store store;
  private final long workspace;
  private final Path outputFolder;
  private final TablePlaces places;

  JobFiles(Store store, long workspace, Path outputFolder, TablePlaces places) {
    this.places = places;
    this.store = store;
    this.workspace = workspace;
    this.outputFolder = outputFolder.toAbsolutePath().normalize();
  }

  /**
   * A database, else a document of the workspace, else a file in the output folder, else any file.
   */
  Map<String, RunRequest.Input> inputs(Map<String, String> names)
      throws StoreException, UnusableException {
    Map<String, RunRequest.Input> inputs = new LinkedHashMap<>();
    for (Map.Entry<String, String> name : names.entrySet()) {
      inputs.put(name.getKey(), input(name.getKey(), name.getValue()));
    }
    return places.inputs(inputs);
  }

  private RunRequest.Input input(String source, String name)
      throws StoreException, UnusableException {
    if (TablePlaces.isUrl(name)) {
      return new RunRequest.Input.Database(places.named(name));
    }
    if (DocumentPath.fault(name) == null) {
      Optional<Store.Document> document = store.document(workspace, name);
      if (document.isPresent()) {
        return new RunRequest.Input.Stream(
            new ByteArrayInputStream(document.get().content()), name);
      }
    }
    Path file = path("input " + source, name);
    Path beside = outputFolder.resolve(file);
    return new RunRequest.Input.File(Files.exists(beside) ? beside : file);
  }

  /** Databases and files; a relative one stays below the output folder. */
  Map<String, RunRequest.Output> outputs(Map<String, String> names) throws UnusableException {
    Map<String, RunRequest.Output> outputs = new LinkedHashMap<>();
    for (Map.Entry<String, String> name : names.entrySet()) {
      outputs.put(
          name.getKey(),
          TablePlaces.isUrl(name.getValue())
              ? new RunRequest.Output.Database(places.named(name.getValue()))
              : new RunRequest.Output.File(output(name.getKey(), name.getValue())));
    }
    return places.outputs(outputs);
  }

  private Path output(String target, String name) throws UnusableException {
    String what = "output " + target;
    Path wanted = path(what, name);
    if (wanted.isAbsolute()) {
      return wanted;
    }
    Path place = outputFolder.resolve(wanted).normalize();
    Path folder = place.getParent();
    if (folder == null || place.equals(outputFolder) || !place.startsWith(outputFolder)) {
      throw outside(what, name);
    }
    try {
      Files.createDirectories(folder);
      // A link on the way may lead elsewhere.
      if (!folder.toRealPath().startsWith(outputFolder.toRealPath())) {
        throw outside(what, name);
      }
      return place;
    } catch (IOException e) {
      throw new UnusableException(
          "The folder of the "
              + what
              + "="
              + place
              + " cannot be made: "
              + FileReasons.of(e)
              + ".");
    }
  }

  private UnusableException outside(String what, String name) {
    return new UnusableException(
        "The "
            + what
            + "="
            + name
            + " leads out of the folder "
            + outputFolder
            + "; name a file below it, or the whole path.");
  }

  private static Path path(String what, String name) throws UnusableException {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UnusableException(
          "The " + what + "=" + name + " is no file name: " + e.getReason() + ".");
    }
  }
}
