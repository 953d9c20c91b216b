package fieldloom.ui.session;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import java.util.List;

/**
 * A source or target goes. The driving source and the main target stay, and so does one that rules,
 * variables or joins use, or a test case names.
 */
public record RemoveDocument(Side side, String name) implements Edit {
  @Override
  public Mapping applyTo(Mapping mapping) {
    if (!isFree(mapping)) {
      return mapping;
    }
    List<Document> left = documents(mapping).stream().filter(d -> !d.name().equals(name)).toList();
    return side == Side.SOURCE ? mapping.withSources(left) : mapping.withTargets(left);
  }

  /** Whether it can go. */
  public boolean isFree(Mapping mapping) {
    List<Document> documents = documents(mapping);
    boolean further =
        documents.subList(1, documents.size()).stream().anyMatch(d -> d.name().equals(name));
    boolean rejected =
        mapping.rules().stream()
            .filter(r -> r.each() != null)
            .flatMap(r -> r.each().join().stream())
            .anyMatch(j -> name.equals(j.rejects()));
    boolean tested =
        mapping.tests().stream()
            .anyMatch(t -> (side == Side.SOURCE ? t.in() : t.expects()).containsKey(name));
    boolean read =
        !AllTexts.uses(
                mapping,
                text ->
                    FormulaText.of(text).paths().stream()
                        .anyMatch(p -> p.steps().getFirst().name().equals(name)))
            .isEmpty();
    return further && !rejected && !tested && !read && UsedFields.of(mapping, side, name).isEmpty();
  }

  private List<Document> documents(Mapping mapping) {
    return side == Side.SOURCE ? mapping.sources() : mapping.targets();
  }

  @Override
  public String label() {
    return Words.get("edit.document.remove", name);
  }
}
