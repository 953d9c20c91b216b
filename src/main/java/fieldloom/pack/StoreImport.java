package fieldloom.pack;

import fieldloom.pack.PackageContent.Kind;
import fieldloom.pack.PackageContent.Part;
import fieldloom.store.Store;
import fieldloom.store.Store.DocumentInfo;
import fieldloom.store.StoreException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Saves a package in a workspace. What could refuse is asked first; the mapping is saved last, so
 * that it is never there without its files; a save that fails takes the earlier ones back.
 */
final class StoreImport {
  private final Store store;
  private final long workspace;
  private final PackageContent content;
  private final boolean overwrite;

  /** A part and what its path held before. */
  private record Step(Part part, Optional<Store.Document> before) {}

  StoreImport(Store store, long workspace, PackageContent content, boolean overwrite) {
    this.store = store;
    this.workspace = workspace;
    this.content = content;
    this.overwrite = overwrite;
  }

  List<DocumentInfo> run() throws PackException {
    List<Step> done = new ArrayList<>();
    try {
      List<Step> steps = plan();
      List<DocumentInfo> saved = new ArrayList<>();
      for (Step step : steps) {
        // Noted before it is tried: a save that failed may have happened.
        done.add(step);
        saved.add(save(step.part().path(), kind(step.part().kind()), content.read(step.part())));
      }
      return List.copyOf(saved);
    } catch (StoreException e) {
      String left = takeBack(done, e);
      throw new PackException(
          "The package “" + content.name() + "” is not imported: " + e.getMessage() + left, e);
    }
  }

  private List<Step> plan() throws StoreException, PackException {
    List<Step> steps = new ArrayList<>();
    for (Part part : content.parts()) {
      Optional<Store.Document> before = store.document(workspace, part.path());
      boolean other = before.isPresent() && !before.get().info().sha256().equals(part.sha256());
      if (other && !overwrite) {
        throw new PackException(
            "The package “"
                + content.name()
                + "” is not imported: the workspace has another “"
                + part.path()
                + "”; replace it or import into another workspace.");
      }
      steps.add(new Step(part, before));
    }
    steps.sort(Comparator.comparing(step -> step.part().kind() == Kind.MAPPING));
    return steps;
  }

  private DocumentInfo save(String path, Store.Kind kind, byte[] bytes) throws StoreException {
    return store.save(workspace, kind, path, bytes);
  }

  /** Puts back what was there; returns what to say of what could not be. */
  private String takeBack(List<Step> done, StoreException cause) {
    List<String> left = new ArrayList<>();
    for (Step step : done.reversed()) {
      String path = step.part().path();
      try {
        if (step.before().isPresent()) {
          Store.Document old = step.before().get();
          save(path, old.info().kind(), old.content());
        } else {
          store.delete(workspace, path);
        }
      } catch (StoreException e) {
        cause.addSuppressed(e);
        left.add(path);
      }
    }
    return left.isEmpty()
        ? ""
        : " These parts may be there all the same: " + String.join(", ", left) + ".";
  }

  private static Store.Kind kind(Kind kind) {
    return switch (kind) {
      case MAPPING -> Store.Kind.MAPPING;
      case SCHEMA -> Store.Kind.SCHEMA;
      case TABLE -> Store.Kind.TABLE;
      case SAMPLE, EXPECTED -> Store.Kind.SAMPLE;
      case OTHER -> Store.Kind.OTHER;
    };
  }
}
