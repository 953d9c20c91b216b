package fieldloom.job;

import fieldloom.model.Document;
import fieldloom.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What must hold before anything is read or written. */
final class RunChecks {
  private RunChecks() {}

  static void check(RunRequest request) throws UnusableException {
    for (Problem problem : request.project().problems()) {
      if (problem.isError()) {
        throw new UnusableException(words(request, problem));
      }
    }
    List<Document> sources = request.project().mapping().sources();
    for (String name : request.inputs().keySet()) {
      if (sources.stream().noneMatch(s -> s.name().equals(name))) {
        throw new UnusableException(
            "The mapping has no source " + name + "; its sources are " + names(sources) + ".");
      }
    }
    for (Document source : sources) {
      if (!request.inputs().containsKey(source.name())) {
        throw new UnusableException(RunInputs.missing(source));
      }
    }
    for (Map.Entry<String, RunRequest.Input> input : request.inputs().entrySet()) {
      if (input.getValue() instanceof RunRequest.Input.File file && Files.notExists(file.path())) {
        throw new UnusableException(
            "The input "
                + input.getKey()
                + "="
                + file.path()
                + " cannot be read: there is no such file; check its name.");
      }
    }
    List<Document> targets = request.project().mapping().targets();
    for (String name : request.outputs().keySet()) {
      if (targets.stream().noneMatch(t -> t.name().equals(name))) {
        throw new UnusableException(
            "The mapping has no target " + name + "; its targets are " + names(targets) + ".");
      }
    }
    checkDatabases(request);
    checkFiles(request);
    if (request.threads() < 1) {
      throw new UnusableException(
          "A run needs at least one thread, not " + request.threads() + ".");
    }
  }

  /** A database has rows for tables only; rows in a file are JSON. */
  private static void checkDatabases(RunRequest request) throws UnusableException {
    for (Document source : request.project().mapping().sources()) {
      if (request.inputs().get(source.name()) instanceof RunRequest.Input.Database
          && !source.format().equals(TablePlaces.FORMAT)) {
        throw new UnusableException(
            "The source "
                + source.name()
                + " is "
                + source.format()
                + " and no table; give it a file with --in "
                + source.name()
                + "=FILE.");
      }
    }
    for (Document target : request.project().mapping().targets()) {
      if (request.outputs().get(target.name()) instanceof RunRequest.Output.Database
          && !target.format().equals(TablePlaces.FORMAT)) {
        throw new UnusableException(
            "The target "
                + target.name()
                + " is "
                + target.format()
                + " and no table; give it a file with --out "
                + target.name()
                + "=FILE.");
      }
    }
  }

  private static String words(RunRequest request, Problem problem) {
    String position = problem.place().position();
    String place = position == null ? "" : problem.place().part() + " " + position + ": ";
    return "The mapping "
        + request.project().mapping().name()
        + " cannot run: "
        + problem.place().target()
        + ": "
        + place
        + problem.message()
        + " "
        + problem.remedy();
  }

  private static String names(List<Document> documents) {
    return documents.stream().map(Document::name).collect(Collectors.joining(", "));
  }

  /** Two writers of one file would leave a mixture; a folder that is missing, nothing at all. */
  private static void checkFiles(RunRequest request) throws UnusableException {
    Map<Path, String> users = new HashMap<>();
    for (Map.Entry<String, RunRequest.Output> output : request.outputs().entrySet()) {
      if (output.getValue() instanceof RunRequest.Output.File file) {
        checkPlace("The output " + file.path(), file.path(), users, "target " + output.getKey());
      }
    }
    Path errors = request.errors();
    if (errors != null) {
      checkPlace("The errors file " + errors, errors, users, "errors");
    }
  }

  private static void checkPlace(String what, Path path, Map<Path, String> users, String user)
      throws UnusableException {
    Path place = path.toAbsolutePath().normalize();
    Path folder = place.getParent();
    if (folder == null || Files.isDirectory(place)) {
      throw new UnusableException(what + " is a folder; name a file.");
    }
    if (!Files.isDirectory(folder)) {
      throw new UnusableException(
          what + " cannot be written: there is no folder " + folder + "; make it first.");
    }
    String other =
        Files.exists(place) && !Files.isRegularFile(place) ? null : users.put(place, user);
    if (other != null) {
      throw new UnusableException(
          what + " is named twice, for the " + other + " and the " + user + "; name two files.");
    }
  }
}
