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
 * @param gone links that were there and are not any more
 */
public record Marks(Map<FieldRef, Change.Kind> fields, List<Link> gone) {
  /** Nothing is compared. */
  public static final Marks NONE = new Marks(Map.of(), List.of());

  /** A link from a source field to a target field. */
  public record Link(FieldRef source, FieldRef target) {}

  public Marks {
    fields = Map.copyOf(fields);
    gone = List.copyOf(gone);
  }

  /**
   * The marks of changes.
   *
   * @param before the mapping that the changes lead from
   * @param now the one that they lead to, as it is shown
   */
  public static Marks of(Mapping before, RuleIndex now, List<Change> changes) {
    Map<FieldRef, Change.Kind> fields = new HashMap<>();
    for (Change change : changes) {
      FieldRef field = field(change);
      if (field != null) {
        fields.merge(field, change.ofWhole(), (a, b) -> a == b ? a : Change.Kind.CHANGED);
      }
    }
    Set<Link> gone = new LinkedHashSet<>(links(RuleIndex.of(before)));
    gone.removeAll(new HashSet<>(links(now)));
    gone.removeIf(link -> !fields.containsKey(link.target()));
    return new Marks(fields, List.copyOf(gone));
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
