package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.difference.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping has that another version of it had not, had otherwise, or has no more.
 *
 * @param fields by field, of sources what their schemas say, of targets their rules too
 * @param absent links that only one of the versions has and that are not in the mapping now
 */
public record Marks(Map<FieldRef, Change.Kind> fields, List<Absent> absent) {
  /** Nothing is compared. */
  public static final Marks NONE = new Marks(Map.of(), List.of());

  /**
   * A link from a source field to a target field that is not there now.
   *
   * @param kind new where the newer version has it, gone where the older one had it
   */
  public record Absent(FieldRef source, FieldRef target, Change.Kind kind) {}

  /** A link from a source field to a target field. */
  private record Link(FieldRef source, FieldRef target) {
    Absent as(Change.Kind kind) {
      return new Absent(source, target, kind);
    }
  }

  public Marks {
    fields = Map.copyOf(fields);
    absent = List.copyOf(absent);
  }

  /**
   * The marks of changes.
   *
   * @param before the mapping that the changes lead from
   * @param after the one that they lead to
   * @param now the one that is shown
   */
  public static Marks of(Mapping before, Mapping after, RuleIndex now, List<Change> changes) {
    Map<FieldRef, Change.Kind> fields = new HashMap<>();
    for (Change change : changes) {
      FieldRef field = field(change);
      if (field != null) {
        fields.merge(field, change.ofWhole(), (a, b) -> a == b ? a : Change.Kind.CHANGED);
      }
    }
    Set<Link> first = new LinkedHashSet<>(links(RuleIndex.of(before)));
    Set<Link> second = new LinkedHashSet<>(links(RuleIndex.of(after)));
    Set<Link> there = new HashSet<>(links(now));
    List<Absent> absent = new ArrayList<>();
    for (Link link : first) {
      if (!second.contains(link) && !there.contains(link) && fields.containsKey(link.target())) {
        absent.add(link.as(Change.Kind.GONE));
      }
    }
    for (Link link : second) {
      if (!first.contains(link) && !there.contains(link) && fields.containsKey(link.target())) {
        absent.add(link.as(Change.Kind.NEW));
      }
    }
    return new Marks(fields, absent);
  }

  /** The field that a change is about; null where it is about none. */
  public static @Nullable FieldRef field(Change change) {
    return switch (change) {
      case Change.OfRule rule -> parsed(rule.target(), rule.to());
      case Change.OfSchema schema -> parsed(schema.document(), schema.path());
      case Change.OfDocument _, Change.OfPart _, Change.OfRow _, Change.OfMapping _ -> null;
    };
  }

  private static @Nullable FieldRef parsed(String document, String path) {
    try {
      return new FieldRef(document, Path.parse(path));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static List<Link> links(RuleIndex index) {
    List<Link> links = new ArrayList<>();
    for (RuleView view : index.views()) {
      view.sources().forEach(source -> links.add(new Link(source, view.target())));
    }
    return links;
  }
}
