package fieldloom.generate;

import fieldloom.model.SchemaNode;
import fieldloom.model.XmlContent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** How often each element of an XML element stands, so that its content is one that it may have. */
final class ContentCounts {
  private static final int REPEATED = 2;

  private final Map<String, Integer> counts = new HashMap<>();
  private final Scene scene;
  private final Predicate<String> wanted;

  private ContentCounts(Scene scene, Predicate<String> wanted) {
    this.scene = scene;
    this.wanted = wanted;
  }

  /**
   * Counts by name.
   *
   * @param wanted whether a field that may be left out is there
   * @return no field where the order of its fields says how often each stands
   */
  static Map<String, Integer> of(SchemaNode node, Scene scene, Predicate<String> wanted) {
    if (node.xml() == null || node.xml().content() == null) {
      return Map.of();
    }
    XmlContent content = node.xml().content().get();
    ContentCounts made = new ContentCounts(scene, wanted);
    made.name(content);
    made.add(content);
    return made.counts;
  }

  /** All fields that the content speaks of, none of them there yet. */
  private void name(XmlContent content) {
    switch (content) {
      case XmlContent.Field field -> counts.put(field.field(), 0);
      case XmlContent.Anything anything -> {}
      case XmlContent.Group group -> group.parts().forEach(this::name);
    }
  }

  private void add(XmlContent content) {
    int times = times(content);
    switch (content) {
      case XmlContent.Field field -> counts.merge(field.field(), times, Integer::sum);
      case XmlContent.Anything anything -> {}
      case XmlContent.Group group -> {
        for (int i = 0; i < times; i++) {
          parts(group);
        }
      }
    }
  }

  private void parts(XmlContent.Group group) {
    if (group.kind() == XmlContent.Kind.CHOICE) {
      List<XmlContent> parts = group.parts();
      List<XmlContent> good = parts.stream().filter(this::isWanted).toList();
      List<XmlContent> from = good.isEmpty() ? parts : good;
      if (!from.isEmpty()) {
        add(from.get(scene.random().nextInt(from.size())));
      }
    } else {
      group.parts().forEach(this::add);
    }
  }

  private int times(XmlContent content) {
    int most = content.max();
    if (content.min() > 0 || scene.kind() == SampleKind.EMPTY || !isWanted(content)) {
      return content.min();
    }
    boolean repeats = content instanceof XmlContent.Field && most > 1;
    return Math.min(most, repeats ? REPEATED : 1);
  }

  private boolean isWanted(XmlContent content) {
    return switch (content) {
      case XmlContent.Field field -> wanted.test(field.field());
      case XmlContent.Anything anything -> false;
      case XmlContent.Group group ->
          group.parts().stream().anyMatch(part -> part.min() == 0 || isWanted(part));
    };
  }
}
