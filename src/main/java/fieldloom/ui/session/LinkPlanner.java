package fieldloom.ui.session;

import fieldloom.model.FieldType;
import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Rule;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a drop means: a link, a loop, the links of two groups, or a question. Knows the
 * schemas; the edits it proposes do not need them.
 */
public final class LinkPlanner {
  private static final int MAX_DEPTH = 12;

  private final Mapping mapping;
  private final Map<String, SchemaTree> schemas;
  private final Loops loops;
  private @Nullable Map<FieldRef, Rule> filled;

  public LinkPlanner(Mapping mapping, Map<String, SchemaTree> schemas) {
    this.mapping = mapping;
    this.schemas = schemas;
    this.loops = Loops.of(mapping);
  }

  /** Plans a drop. */
  public LinkPlan plan(FieldRef from, FieldRef to) {
    SchemaNode source = node(from);
    SchemaNode target = node(to);
    boolean sourceGroup = isGroup(source, from);
    boolean targetGroup = isGroup(target, to);
    if (to.isPlace()) {
      return new LinkPlan.Refuse(Words.get("refuse.place", to.parent().name()));
    }
    if (isObjects(target, to) && (isObjects(source, from) || isTuples(source, from))) {
      return loop(from, to);
    }
    if (to.isRoot() && isObjects(source, from)) {
      return records(from, to);
    }
    if (sourceGroup && targetGroup) {
      return group(from, to);
    }
    if (targetGroup || to.isRoot()) {
      return new LinkPlan.Refuse(Words.get("refuse.group", to.name()));
    }
    return link(from, to);
  }

  /** Whether a drop would do something. */
  public boolean fits(FieldRef from, FieldRef to) {
    // What would be asked is not made ready for a field that is only shown.
    return isSingle(from, to) ? !isLinked(from, to) : !(plan(from, to) instanceof LinkPlan.Refuse);
  }

  private boolean isSingle(FieldRef from, FieldRef to) {
    return !to.isPlace() && !to.isRoot() && !isGroup(node(to), to) && !isObjects(node(to), to);
  }

  private LinkPlan loop(FieldRef from, FieldRef to) {
    List<Loops.Loop> there = loops.on(to);
    if (there.isEmpty()) {
      return new LinkPlan.Apply(new Edit.MakeLoop(from, to));
    }
    if (there.stream().anyMatch(l -> from.equals(loops.source(l)))) {
      List<Edit.Link> links = matches(from, to);
      return links.isEmpty()
          ? new LinkPlan.Refuse(Words.get("refuse.loop"))
          : new LinkPlan.Apply(group(links, from, to));
    }
    Loops.Loop first = there.getFirst();
    return new LinkPlan.Ask(
        new EditChoice(
            Words.get("choice.loop", to.name(), first.each().over()),
            List.of(
                new EditChoice.Option(
                    Words.get("choice.append"),
                    Words.get("choice.append.detail", from.name()),
                    new Edit.MakeLoop(from, to)),
                new EditChoice.Option(
                    Words.get("choice.replace"),
                    Words.get("choice.replace.detail", from.name()),
                    new Edit.SetLoop(
                        first.rule(),
                        withOver(first, loops.writtenOutside(from, to).toString()))))));
  }

  /** A list on the target itself makes its records, or links what is named alike. */
  private LinkPlan records(FieldRef from, FieldRef to) {
    if (!loops.on(to).isEmpty()) {
      return loop(from, to);
    }
    Edit each = new Edit.MakeLoop(from, to);
    List<Edit.Link> links = matches(from, to);
    return links.isEmpty()
        ? new LinkPlan.Apply(each)
        : new LinkPlan.Ask(
            new EditChoice(
                Words.get("choice.records", from.name(), to.name()),
                List.of(
                    new EditChoice.Option(
                        Words.get("choice.records.each"),
                        Words.get("choice.records.each.detail", to.name()),
                        each),
                    new EditChoice.Option(
                        Words.get("choice.records.link"),
                        Words.get("choice.records.link.detail", links.size()),
                        group(links, from, to)))));
  }

  private static fieldloom.model.Each withOver(Loops.Loop loop, String over) {
    fieldloom.model.Each e = loop.each();
    return new fieldloom.model.Each(
        over, e.as(), e.join(), e.where(), e.distinct(), e.groupBy(), e.group(), e.orderBy());
  }

  private LinkPlan group(FieldRef from, FieldRef to) {
    List<Edit.Link> links = matches(from, to);
    return links.isEmpty()
        ? new LinkPlan.Refuse(Words.get("refuse.nomatch", from.name(), to.name()))
        : new LinkPlan.Apply(group(links, from, to));
  }

  private static Edit group(List<Edit.Link> links, FieldRef from, FieldRef to) {
    return new Edit.LinkGroup(links, Words.get("edit.group", links.size(), from.name(), to.name()));
  }

  /** Looked up for each row that comes into view while a link is drawn. */
  private @Nullable Rule filling(FieldRef to) {
    Map<FieldRef, Rule> all = filled;
    if (all == null) {
      all = RuleEdits.findAll(mapping);
      filled = all;
    }
    return all.get(to);
  }

  /** Whether the field is filled by a plain link from that very field. */
  private boolean isLinked(FieldRef from, FieldRef to) {
    Rule old = filling(to);
    if (old == null || old.expression() == null) {
      return false;
    }
    FormulaText text = FormulaText.of(old.expression());
    boolean plain = from.isPlace() ? text.isPlainPlace() : old.from() != null;
    FieldRef list = from.isPlace() ? from.parent() : from;
    return plain
        && text.reads().stream()
            .anyMatch(
                read ->
                    list.equals(loops.resolve(read.path(), old)) && read.place() == from.place());
  }

  private LinkPlan link(FieldRef from, FieldRef to) {
    Edit.Link link = new Edit.Link(from, to);
    Path several = LinkEdits.list(mapping, from, to);
    if (several != null) {
      return list(from, to, several);
    }
    Rule old = filling(to);
    if (old == null || old.expression() == null) {
      return new LinkPlan.Apply(link);
    }
    if (isLinked(from, to)) {
      return new LinkPlan.Refuse(Words.get("refuse.linked", from.name(), to.name()));
    }
    return new LinkPlan.Ask(
        new EditChoice(
            Words.get("choice.filled", to.name()),
            List.of(
                option(Words.get("choice.join"), from, to, Edit.Combine.How.JOIN_TEXT),
                option(Words.get("choice.first"), from, to, Edit.Combine.How.FIRST_NON_EMPTY),
                new EditChoice.Option(
                    Words.get("choice.replace"), loops.expression(from, to), link))));
  }

  /** Several values on a field of one: which is it to be? */
  private LinkPlan list(FieldRef from, FieldRef to, Path list) {
    SchemaNode source = node(from);
    SchemaNode target = node(to);
    boolean numbers = source != null && item(source).type().isNumber();
    boolean number = target != null && target.type().isNumber();
    List<Edit.LinkList.How> ways = new ArrayList<>();
    ways.add(Edit.LinkList.How.FIRST);
    ways.add(Edit.LinkList.How.LAST);
    if (!number) {
      ways.add(Edit.LinkList.How.JOIN);
    }
    if (numbers || source == null) {
      ways.add(Edit.LinkList.How.SUM);
    }
    ways.add(Edit.LinkList.How.COUNT);
    return new LinkPlan.Ask(
        new EditChoice(
            Words.get(
                filling(to) == null ? "choice.list" : "choice.list.filled", from.name(), to.name()),
            ways.stream()
                .map(
                    how ->
                        new EditChoice.Option(
                            Words.get("choice.list." + how.name().toLowerCase(Locale.ROOT)),
                            how.formula(list.toString()),
                            new Edit.LinkList(from, to, how)))
                .toList()));
  }

  private EditChoice.Option option(String label, FieldRef from, FieldRef to, Edit.Combine.How how) {
    Edit.Combine edit = new Edit.Combine(from, to, how);
    Rule made = RuleEdits.find(edit.applyTo(mapping), to, null);
    String formula = made == null || made.expression() == null ? "" : made.expression();
    return new EditChoice.Option(label, formula, edit);
  }

  /** The links between the like-named fields of two groups, those that are there left out. */
  public List<Edit.Link> matches(FieldRef from, FieldRef to) {
    List<Edit.Link> found = new ArrayList<>();
    SchemaNode source = node(from);
    SchemaNode target = node(to);
    if (source != null && target != null) {
      collect(source, from, target, to, found, new HashSet<>(), 0);
    }
    return found;
  }

  private void collect(
      SchemaNode source,
      FieldRef from,
      SchemaNode target,
      FieldRef to,
      List<Edit.Link> found,
      Set<FieldRef> used,
      int depth) {
    for (SchemaNode child : target.children()) {
      SchemaNode match = match(source, child);
      if (match == null || depth > MAX_DEPTH) {
        continue;
      }
      FieldRef childFrom = ref(from, match);
      FieldRef childTo = ref(to, child);
      SchemaNode deepFrom = item(match);
      SchemaNode deepTo = item(child);
      if (deepTo.type() == FieldType.OBJECT && deepFrom.type() == FieldType.OBJECT) {
        collect(deepFrom, childFrom, deepTo, childTo, found, used, depth + 1);
      } else if (deepTo.type() != FieldType.OBJECT
          && deepFrom.type() != FieldType.OBJECT
          && childFrom.isArray() == childTo.isArray()
          && RuleEdits.find(mapping, childTo, null) == null
          && used.add(childTo)) {
        found.add(new Edit.Link(childFrom, childTo));
      }
    }
  }

  private static @Nullable SchemaNode match(SchemaNode parent, SchemaNode wanted) {
    SchemaNode byTitle = null;
    for (SchemaNode child : parent.children()) {
      if (plain(child.name()).equals(plain(wanted.name()))) {
        return child;
      }
      String title = child.title();
      if (title != null && title.equals(wanted.title())) {
        byTitle = child;
      }
    }
    return byTitle;
  }

  /** Ship-To, ship_to and shipTo are one name. */
  static String plain(String name) {
    return name.replaceAll("[\\s_\\-.@]", "").toLowerCase(Locale.ROOT);
  }

  /** The field of a child as paths write it: an array with its brackets. */
  static FieldRef ref(FieldRef parent, SchemaNode child) {
    return parent.child(child.name(), child.arrays());
  }

  static SchemaNode item(SchemaNode node) {
    return node.innermost();
  }

  private @Nullable SchemaNode node(FieldRef ref) {
    SchemaTree tree = schemas.get(ref.document());
    SchemaNode node = tree == null ? null : tree.find(ref.path());
    if (node == null || !ref.isPlace()) {
      return node;
    }
    return ref.place() > node.places().size() ? null : node.places().get(ref.place() - 1);
  }

  private static boolean isGroup(@Nullable SchemaNode node, FieldRef ref) {
    return !ref.isPlace() && (ref.isRoot() || node != null && node.type() == FieldType.OBJECT);
  }

  /** A list of lists whose places have meanings: a loop goes over it, and takes them apart. */
  private static boolean isTuples(@Nullable SchemaNode node, FieldRef ref) {
    return ref.isArray() && node != null && node.isTuple();
  }

  private static boolean isObjects(@Nullable SchemaNode node, FieldRef ref) {
    return ref.isArray() && node != null && node.type() == FieldType.OBJECT;
  }
}
