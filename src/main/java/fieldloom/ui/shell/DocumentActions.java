package fieldloom.ui.shell;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.SchemaRef;
import fieldloom.ui.kit.Overlay;
import fieldloom.ui.kit.Toast;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.RemoveDocument;
import fieldloom.ui.session.Side;
import java.util.stream.Stream;

/** What can be done with the sources and targets of the open mapping. FX thread. */
final class DocumentActions {
  private final Workbench bench;
  private final Overlay overlay;
  private final SchemaActions schemas;

  DocumentActions(Workbench bench, Overlay overlay, SchemaActions schemas) {
    this.bench = bench;
    this.overlay = overlay;
    this.schemas = schemas;
  }

  /** Adds a source that is joined or looked up, or a further target; its schema is asked for. */
  void add(Side side) {
    OpenMapping open = bench.openProperty().get();
    if (open == null) {
      return;
    }
    bench.screenProperty().set(Screen.MAPPING);
    Mapping mapping = open.session().mapping();
    String base = side == Side.SOURCE ? "source" : "target";
    String free =
        Stream.iterate(2, i -> i + 1)
            .map(i -> base + i)
            .filter(name -> fault(mapping, name, "").isEmpty())
            .findFirst()
            .orElseThrow();
    overlay.show(
        new NameDialog(
            text("document.add." + base),
            free,
            text("document.next"),
            name -> fault(mapping, name, ""),
            name -> {
              Document made = new Document(name, "json", new SchemaRef.None());
              open.session().apply(new Edit.PutDocument(side, made));
              schemas.replace(side, made);
            }));
  }

  /** Gives the source or target of the selected field another name, everywhere. */
  void rename(Side side) {
    OpenMapping open = bench.openProperty().get();
    if (open == null) {
      return;
    }
    String old = SchemaActions.document(open, side).name();
    overlay.show(
        new NameDialog(
            text("document.rename", old),
            old,
            text("document.apply"),
            name -> fault(open.session().mapping(), name, old),
            name -> open.session().apply(new Edit.RenameDocument(side, old, name))));
  }

  /** Takes the source or target of the selected field away, unless something uses it. */
  void remove(Side side) {
    OpenMapping open = bench.openProperty().get();
    if (open == null) {
      return;
    }
    String name = SchemaActions.document(open, side).name();
    RemoveDocument remove = new RemoveDocument(side, name);
    if (remove.isFree(open.session().mapping())) {
      open.session().apply(remove);
    } else {
      overlay.toast().show(Toast.Kind.INFO, text("document.used", name));
    }
  }

  private static String fault(Mapping mapping, String name, String old) {
    if (!Path.isPlain(name) || name.startsWith("@") || name.startsWith("#")) {
      return text("document.plain");
    }
    boolean taken =
        Stream.concat(mapping.sources().stream(), mapping.targets().stream())
            .anyMatch(d -> d.name().equals(name));
    return taken && !name.equals(old) ? text("document.taken", name) : "";
  }

  private static String text(String key, Object... arguments) {
    return Workbench.TEXTS.get(key, arguments);
  }
}
