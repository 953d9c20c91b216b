package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.EditChoice;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Lens;
import fieldloom.ui.session.LinkPlan;
import fieldloom.ui.session.LinkPlanner;
import fieldloom.ui.session.Marks;
import fieldloom.ui.session.RowStrip;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import fieldloom.ui.session.ViewEdit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What the canvas shows and does, without a toolkit. */
public final class CanvasViewModel {
  private final EditorSession session;
  private final Lens lens;
  private final RowStrip source;
  private final RowStrip target;
  private final NodesModel nodes;
  private final CanvasZoom zoom;
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Linking> linking = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable EditChoice> choice = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<String> message = new SimpleObjectProperty<>("");
  private final CopiedRule copied;
  private RuleEditors editors = RuleEditors.none();
  private Set<Rule> hovered = Set.of();
  private Marks marks = Marks.NONE;
  private Glide glide = Glide.NONE;
  private @Nullable CanvasScene scene;
  private @Nullable CanvasScene before;
  private @Nullable LinkPlanner planner;
  private Frame.@Nullable Joint port;

  /**
   * A link being drawn.
   *
   * @param from the field it starts at
   * @param side the side of that field
   * @param over the field it would end on now; null where it would end nowhere
   */
  public record Linking(FieldRef from, Side side, @Nullable FieldRef over) {}

  public CanvasViewModel(EditorSession session, RowStrip source, RowStrip target) {
    this(session, source, target, new Lens(session));
  }

  /**
   * The canvas between two trees.
   *
   * @param lens what of the mapping is looked at, the same one that the trees have
   */
  public CanvasViewModel(EditorSession session, RowStrip source, RowStrip target, Lens lens) {
    this.session = session;
    this.lens = lens;
    this.source = source;
    this.target = target;
    zoom = new CanvasZoom(session, source, target);
    copied = new CopiedRule(session, this::say);
    session.indexProperty().subscribe(i -> rebuild());
    session.previewProperty().subscribe(p -> rebuild());
    lens.scopeProperty().subscribe(s -> rebuild());
    source.revisionProperty().subscribe(r -> rebuild());
    target.revisionProperty().subscribe(r -> rebuild());
    source.scaleProperty().subscribe(s -> touch());
    target.scaleProperty().subscribe(s -> touch());
    source.scrollProperty().subscribe(s -> touch());
    target.scrollProperty().subscribe(s -> touch());
    session.relatedProperty().subscribe(r -> touch());
    rebuild();
    Texts.follow(this, CanvasViewModel::rebuild);
    nodes = new NodesModel(session, this::touch);
  }

  private void rebuild() {
    before = scene == null ? before : scene;
    scene = null;
    touch();
  }

  private void touch() {
    revision.set(revision.get() + 1);
  }

  /**
   * The frame for an area of that size, in pixels of what is drawn.
   *
   * @param width pixels of the screen
   * @param top where rows begin, pixels of the screen
   * @param height likewise
   */
  Frame frame(double width, double top, double height) {
    double unit = zoom.unit();
    return new FrameBuilder(
            scene(),
            new FrameBuilder.View(
                unit,
                width / unit,
                top / unit,
                height / unit,
                source.rowHeight() / unit,
                active(),
                hovered,
                nodes.picked(),
                nodes.dress().moving(),
                glide))
        .build();
  }

  private Set<Rule> active() {
    Set<Rule> marked = nodes.groups().marked();
    if (marked.isEmpty()) {
      return session.related().rules();
    }
    Set<Rule> all = new HashSet<>(marked);
    all.addAll(session.related().rules());
    return all;
  }

  /**
   * Places all boxes anew in an area of that width; one step of editing. Says so where there are
   * none.
   *
   * @param width pixels of the screen
   */
  void tidy(double width) {
    double unit = zoom.unit();
    double row = FrameBuilder.even(source.rowHeight() / unit);
    LinkTable table = scene().table();
    if (table.nodes().isEmpty()) {
      say(Words.get("tidy.none"));
      return;
    }
    NodeBlocks blocks = scene().blocks(width / unit, row);
    int rows = Math.max(source.rowCount(), target.rowCount());
    session.apply(new ViewEdit.Tidy(Tidy.places(table, blocks, width / unit, row, rows)));
  }

  /** Shows boxes on their way. */
  void glide(Glide value) {
    glide = value;
    touch();
  }

  /** The plain links, by rows. */
  List<LinkTable.Line> lines() {
    return scene().table().lines();
  }

  private CanvasScene scene() {
    CanvasScene known = scene;
    if (known == null) {
      known =
          new CanvasScene(
              session.index(), lens.scope(), session.preview(), source, target, marks, before);
      before = null;
      scene = known;
    }
    return known;
  }

  /** Marks the links that another version of the mapping has otherwise, and those it had. */
  public void showMarks(Marks value) {
    marks = value;
    rebuild();
  }

  public EditorSession session() {
    return session;
  }

  /** What of the mapping is looked at. */
  public Lens lens() {
    return lens;
  }

  /** Shows only what touches the selection, or all again. */
  public void toggleFocus() {
    if (!lens.isFocused() && session.selection().isNone()) {
      say(Words.get("focus.none"));
    }
    lens.toggleFocus();
  }

  /** Holds the selected field at the top of its tree, or lets it go. */
  public void togglePin() {
    Selection selection = session.selection();
    if (selection.field() == null || selection.side() == null) {
      say(Words.get("pin.none"));
    } else if (!strip(selection.side()).togglePin(selection.field())) {
      say(Words.get("pin.group", selection.field().name()));
    }
  }

  /** How large it is drawn. */
  public CanvasZoom zoom() {
    return zoom;
  }

  NodesModel nodes() {
    return nodes;
  }

  public RowStrip strip(Side side) {
    return side == Side.SOURCE ? source : target;
  }

  /** Counts up whenever the canvas looks different. */
  public ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** Puts rules under the pointer, or takes them away. */
  public void hover(Set<Rule> rules) {
    if (!rules.equals(hovered)) {
      hovered = rules;
      touch();
    }
  }

  /** Begins a link at a field. */
  public void startLink(Side side, FieldRef field) {
    startLink(side, field, null);
  }

  private void startLink(Side side, FieldRef field, Frame.@Nullable Joint from) {
    planner = session.planner();
    port = from;
    choice.set(null);
    linking.set(new Linking(field, side, null));
  }

  /** Begins a link at the port of a node; it ends on a field of the source. */
  void startPortLink(Frame.Joint from) {
    RuleView view = session.index().view(from.rule());
    if (view != null && from.at() != null) {
      startLink(Side.TARGET, view.target(), from);
    }
  }

  /** The port at which the link being drawn began; null where it began at a row. */
  Frame.@Nullable Joint linkedPort() {
    return port;
  }

  /** Ends the link that is being drawn on the port of a node. */
  void finishLink(Frame.Joint end) {
    Linking now = linking.get();
    boolean fits = now != null && now.side() == Side.SOURCE && end.at() != null;
    FieldRef from = now == null ? null : now.from();
    cancelLink();
    if (fits && from != null) {
      nodes.feed(end.rule(), end.at(), from);
    }
  }

  /** Moves the loose end over a field of the other side, or over none. */
  public void moveLink(@Nullable FieldRef over) {
    Linking now = linking.get();
    if (now != null && !java.util.Objects.equals(now.over(), over)) {
      linking.set(new Linking(now.from(), now.side(), over));
    }
  }

  /** Which fields of the other side the link may end on; null while none is drawn. */
  public @Nullable Predicate<FieldRef> fitting() {
    Linking now = linking.get();
    LinkPlanner plans = planner;
    if (now == null || plans == null) {
      return null;
    }
    if (port != null) {
      return field -> !field.isRoot();
    }
    return field ->
        now.side() == Side.SOURCE ? plans.fits(now.from(), field) : plans.fits(field, now.from());
  }

  /** Ends the link on a field of the other side: it is drawn, asked about, or refused. */
  public void finishLink(FieldRef end) {
    Linking now = linking.get();
    Frame.Joint from = port;
    cancelLink();
    if (from != null && from.at() != null) {
      nodes.feed(from.rule(), from.at(), end);
    } else if (now != null) {
      boolean fromSource = now.side() == Side.SOURCE;
      link(fromSource ? now.from() : end, fromSource ? end : now.from());
    }
  }

  /** Links two fields, or the like-named fields of two groups. */
  public void link(FieldRef from, FieldRef to) {
    switch (session.plan(from, to)) {
      case LinkPlan.Apply(var edit) -> {
        session.apply(edit);
        session.select(Selection.target(to));
      }
      case LinkPlan.Ask(var asked) -> choice.set(asked);
      case LinkPlan.Refuse(var reason) -> say(reason);
    }
  }

  public void cancelLink() {
    planner = null;
    port = null;
    linking.set(null);
  }

  /** The link being drawn; null while none is. */
  public ReadOnlyObjectProperty<@Nullable Linking> linkingProperty() {
    return linking.getReadOnlyProperty();
  }

  /** A question to answer; null where there is none. */
  public ReadOnlyObjectProperty<@Nullable EditChoice> choiceProperty() {
    return choice.getReadOnlyProperty();
  }

  /** Answers the question by the option's place from 0; −1 gives it up. */
  public void choose(int option) {
    EditChoice asked = choice.get();
    choice.set(null);
    if (asked != null && option >= 0 && option < asked.options().size()) {
      session.apply(asked.options().get(option).edit());
    }
  }

  /** One sentence for the person at the screen; set anew each time. */
  public ObjectProperty<String> messageProperty() {
    return message;
  }

  void say(String sentence) {
    message.set("");
    message.set(sentence);
  }

  /** Opens the editor of a loop. */
  public void editLoop(Rule loop) {
    editors.loop(loop);
  }

  /** What opens editors of parts of rules. */
  public void setEditors(RuleEditors value) {
    editors = value;
  }

  RuleEditors editors() {
    return editors;
  }

  /** The rule that is copied to other fields. */
  CopiedRule copied() {
    return copied;
  }

  /** What is done with all rows that are marked. */
  MarkedRows marked() {
    return new MarkedRows(this);
  }

  public void select(Rule rule) {
    session.select(Selection.rule(rule));
  }

  /** Opens the groups in which a rolled-up link ends. */
  public void openGroupOf(Rule rule) {
    RuleView view = session.index().view(rule);
    if (view != null) {
      view.sources().forEach(source::reveal);
      target.reveal(view.target());
    }
  }

  public void clearSelection() {
    session.select(Selection.NONE);
  }
}
