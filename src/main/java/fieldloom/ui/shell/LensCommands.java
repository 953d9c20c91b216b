package fieldloom.ui.shell;

import fieldloom.ui.kit.Overlay;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Toast;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.LayoutFields;
import fieldloom.ui.session.Page;
import fieldloom.ui.session.RowStrip;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import fieldloom.ui.session.ViewEdit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What can be done about what of the open mapping is looked at. FX thread. */
final class LensCommands {
  private static final Texts TEXTS = Texts.of(LensCommands.class);

  /** The letter works where a letter is not typed; the key with it in the table too. */
  static final String EVERYWHERE = "Alt+F";

  final Command find;
  final Command focus;
  final Command pin;
  final Command newPage;
  final Command newPageFound;
  final Command renamePage;
  final Command deletePage;
  final Command allPages;

  private final Workbench bench;
  private final Overlay overlay;
  private final ReadOnlyStringWrapper noFocus = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper noField = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper noSelection = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper noPage = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper focused = new ReadOnlyBooleanWrapper();
  private Subscription watching = Subscription.EMPTY;

  LensCommands(Workbench bench, Overlay overlay, Reasons reasons) {
    this.bench = bench;
    this.overlay = overlay;
    find = when("find-field", Feather.SEARCH, "Shortcut+F", reasons.noMapping(), this::find);
    focus = onCanvas("focus", Feather.CROSSHAIR, "F", noFocus, this::toggleFocus);
    pin = onCanvas("pin", Feather.MAP_PIN, "P", noField, this::togglePin);
    newPage = when("page-new", Feather.PLUS, null, noSelection, this::pageOfSelection);
    newPageFound =
        when("page-found", Feather.PLUS, null, reasons.noMapping(), this::pageOfWhatIsFound);
    renamePage = when("page-rename", Feather.EDIT_2, null, noPage, this::rename);
    deletePage = when("page-delete", Feather.TRASH_2, null, noPage, this::delete);
    allPages = when("page-all", Feather.LAYERS, null, noPage, this::showAll);
    bench.openProperty().subscribe(this::watch);
    Texts.follow(this, LensCommands::tell);
  }

  private static Command when(
      String id,
      Feather icon,
      @Nullable String key,
      ObservableValue<String> reason,
      Runnable action) {
    return Command.when(id, TEXTS.bind("command." + id), icon, key, reason, action);
  }

  /** Its key is a letter, which the canvas takes while nobody types. */
  private static Command onCanvas(
      String id, Feather icon, String key, ObservableValue<String> reason, Runnable action) {
    return Command.inView(id, TEXTS.bind("command." + id), icon, key, reason, action);
  }

  List<Command> all() {
    return List.of(find, focus, pin, newPage, newPageFound, renamePage, deletePage, allPages);
  }

  /** Whether only what touches a selection is shown. */
  ReadOnlyBooleanProperty focusedProperty() {
    return focused.getReadOnlyProperty();
  }

  private void watch(@Nullable OpenMapping open) {
    watching.unsubscribe();
    watching = Subscription.EMPTY;
    if (open != null) {
      watching =
          Subscription.combine(
              open.session().selectionProperty().subscribe(s -> tell()),
              open.lens().focusProperty().subscribe(f -> tell()),
              open.lens().pageProperty().subscribe(p -> tell()));
    }
    tell();
  }

  private void tell() {
    OpenMapping open = bench.openProperty().get();
    focused.set(open != null && open.lens().isFocused());
    noSelection.set(reason("reason.no-selection", o -> !o.session().selection().isNone()));
    noField.set(reason("reason.no-field", o -> o.session().selection().field() != null));
    noFocus.set(
        reason(
            "reason.no-selection", o -> o.lens().isFocused() || !o.session().selection().isNone()));
    noPage.set(reason("reason.no-page", o -> o.lens().pageProperty().get() != null));
  }

  private String reason(String key, Predicate<OpenMapping> on) {
    OpenMapping open = bench.openProperty().get();
    if (open == null) {
      return TEXTS.get("reason.no-mapping");
    }
    return on.test(open) ? "" : TEXTS.get(key);
  }

  private void find() {
    bench.screenProperty().set(Screen.MAPPING);
    bench.find();
  }

  private void onMapping(Consumer<OpenMapping> action) {
    OpenMapping open = bench.openProperty().get();
    if (open != null) {
      bench.screenProperty().set(Screen.MAPPING);
      action.accept(open);
    }
  }

  /** Only the trees show pinned fields apart and know what is searched for. */
  private void onCanvas(Consumer<OpenMapping> action) {
    onMapping(
        open -> {
          bench.viewProperty().set(MappingView.CANVAS);
          action.accept(open);
        });
  }

  private void toggleFocus() {
    onMapping(open -> open.lens().toggleFocus());
  }

  private void togglePin() {
    onCanvas(
        open -> {
          Selection selection = open.session().selection();
          Side side = selection.side();
          FieldRef field = selection.field();
          RowStrip tree = side == null ? null : open.lens().tree(side);
          if (tree != null && field != null && !tree.togglePin(field)) {
            overlay.toast().show(Toast.Kind.INFO, TEXTS.get("pin.group", field.name()));
          }
        });
  }

  private void pageOfSelection() {
    onMapping(
        open -> {
          EditorSession session = open.session();
          Selection selection = session.selection();
          RuleView rule = selection.rule() == null ? null : session.index().view(selection.rule());
          FieldRef field = rule == null ? selection.field() : rule.target();
          ask(open, field == null ? "" : field.name(), name -> add(open, page(name, open)));
        });
  }

  /** Of all rows that are marked together, else of the one selection. */
  private static Page page(String name, OpenMapping open) {
    EditorSession session = open.session();
    Selection selection = session.selection();
    RowStrip tree = selection.side() == null ? null : open.lens().tree(selection.side());
    List<FieldRef> marked = tree == null ? List.of() : tree.marked();
    if (marked.size() < 2) {
      return Page.of(name, selection, session.index());
    }
    boolean source = selection.side() == Side.SOURCE;
    return new Page(name, source ? marked : List.of(), source ? List.of() : marked);
  }

  private void pageOfWhatIsFound() {
    onCanvas(
        open -> {
          List<FieldRef> sources = open.lens().found(Side.SOURCE);
          List<FieldRef> targets = open.lens().found(Side.TARGET);
          if (sources.isEmpty() && targets.isEmpty()) {
            bench.find();
            overlay.toast().show(Toast.Kind.INFO, TEXTS.get("page.none-found"));
          } else {
            ask(open, "", name -> add(open, new Page(name, sources, targets)));
          }
        });
  }

  private void add(OpenMapping open, Page page) {
    open.session().apply(new ViewEdit.AddPage(page));
    open.lens().show(page.name());
  }

  private void rename() {
    onMapping(
        open -> {
          String old = open.lens().pageProperty().get();
          if (old != null) {
            ask(
                open,
                old,
                name -> {
                  open.session().apply(new ViewEdit.RenamePage(old, name));
                  open.lens().show(name);
                });
          }
        });
  }

  private void ask(OpenMapping open, String name, Consumer<String> done) {
    List<String> taken =
        LayoutFields.pages(open.session().mapping()).stream().map(Page::name).toList();
    overlay.show(new PageNameDialog(name, taken, done));
  }

  private void delete() {
    OpenMapping open = bench.openProperty().get();
    String name = open == null ? null : open.lens().pageProperty().get();
    if (open != null && name != null) {
      open.session().apply(new ViewEdit.DeletePage(name));
    }
  }

  private void showAll() {
    onMapping(open -> open.lens().showAll());
  }

  /** Shows a page of the open mapping. */
  void show(String page) {
    onMapping(open -> open.lens().show(page));
  }
}
