package fieldloom.ui.canvas;

import fieldloom.model.drawing.Drawing;
import fieldloom.model.drawing.Drawing.Node;
import fieldloom.model.drawing.NodePath;
import fieldloom.model.drawing.Shape;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.NodeForms;
import fieldloom.ui.session.NodeLook;
import fieldloom.ui.session.RuleDrawing;
import fieldloom.ui.session.RuleIndex;
import fieldloom.ui.session.RuleLook;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A rule whose formula is shown node by node. Fields and constants have no box of their own: they
 * stand at the port they come in at.
 *
 * @param boxes the result first, each before those that come in at its ports
 */
record Unfolded(RuleView view, List<Box> boxes) {

  /** A node that has a box. */
  record Box(NodePath at, Node node, NodeLook look, List<Slot> slots) {}

  /**
   * What comes in at a port.
   *
   * @param at null for a field that the rule's condition reads
   * @param shape null for such a field
   * @param port the port's name; "" where it has none
   * @param fields the source fields that are read for it
   * @param rows the rows of these; −1 where one has none
   */
  record Slot(
      @Nullable NodePath at,
      @Nullable Shape shape,
      String port,
      List<FieldRef> fields,
      int[] rows) {

    /** Whether a box of its own feeds the port. */
    boolean isBox() {
      return shape != null && !shape.isLeaf();
    }

    boolean isConstant() {
      return shape != null && shape.isConstant();
    }
  }

  /** Whether a rule has something to unfold: a formula that is more than a field or a constant. */
  static boolean isPossible(RuleView view) {
    return view.kind() != RuleView.Kind.LOOP
        && RuleDrawing.of(view.rule())
            .filter(d -> !d.nodes().getFirst().shape().isLeaf())
            .isPresent();
  }

  /**
   * The nodes of a rule.
   *
   * @param row the row of a source field, −1 where it has none
   */
  static Optional<Unfolded> of(
      RuleView view, RuleLook look, RuleIndex index, ToIntFunction<FieldRef> row) {
    return RuleDrawing.of(view.rule())
        .filter(d -> !d.nodes().getFirst().shape().isLeaf())
        .map(d -> new Reader(view, look, index, row, d).read());
  }

  Box root() {
    return boxes.getFirst();
  }

  /** Every row at which a link of the source tree begins. */
  int[] rows() {
    return boxes.stream()
        .flatMap(b -> b.slots().stream())
        .flatMapToInt(s -> Arrays.stream(s.rows()))
        .toArray();
  }

  /** Puts the boxes of one rule together. */
  private static final class Reader {
    private final RuleView view;
    private final RuleLook look;
    private final RuleIndex index;
    private final ToIntFunction<FieldRef> row;
    private final Drawing drawing;
    private final NodeForms forms;
    private final Set<NodePath> free;

    Reader(
        RuleView view,
        RuleLook look,
        RuleIndex index,
        ToIntFunction<FieldRef> row,
        Drawing drawing) {
      this.view = view;
      this.look = look;
      this.index = index;
      this.row = row;
      this.drawing = drawing;
      this.forms = new NodeForms(index.mapping());
      this.free = new HashSet<>(drawing.fields(NodePath.ROOT));
    }

    Unfolded read() {
      Map<NodePath, Node> places = drawing.places();
      List<Box> boxes = new ArrayList<>();
      places.forEach(
          (at, node) -> {
            if (!node.shape().isLeaf()) {
              List<Slot> slots = new ArrayList<>();
              for (int port = 0; port < node.ports(); port++) {
                NodePath from = at.child(port);
                Node input = Objects.requireNonNull(places.get(from));
                slots.add(slot(from, input.shape(), forms.portName(node, port)));
              }
              if (at.isRoot()) {
                slots.addAll(conditions());
              }
              boxes.add(new Box(at, node, look.node(at, node.shape().label()), slots));
            }
          });
      return new Unfolded(view, boxes);
    }

    private Slot slot(NodePath at, Shape shape, String port) {
      List<FieldRef> fields =
          shape instanceof Shape.Field field && free.contains(at) ? fields(field) : List.of();
      return new Slot(at, shape, port, fields, rows(fields));
    }

    /** The source fields behind a name: its own, or those that the variable reads. */
    private List<FieldRef> fields(Shape.Field field) {
      FieldRef own = index.loops().resolve(field.path(), view.rule());
      if (own != null) {
        return isSource(own) ? List.of(own) : List.of();
      }
      String name = field.path().steps().getFirst().name();
      return view.inputs().stream()
          .filter(i -> i.side() == Side.SOURCE && i.role() == RuleView.Role.VARIABLE)
          .filter(i -> i.label().equals(name))
          .map(RuleView.Input::field)
          .toList();
    }

    private boolean isSource(FieldRef field) {
      return index.mapping().sources().stream().anyMatch(d -> d.name().equals(field.document()));
    }

    private List<Slot> conditions() {
      return view.inputs().stream()
          .filter(i -> i.role() == RuleView.Role.CONDITION && i.side() == Side.SOURCE)
          .map(i -> List.of(i.field()))
          .map(f -> new Slot(null, null, Words.get("when"), f, rows(f)))
          .toList();
    }

    private int[] rows(List<FieldRef> fields) {
      return fields.stream().mapToInt(row).toArray();
    }
  }
}
