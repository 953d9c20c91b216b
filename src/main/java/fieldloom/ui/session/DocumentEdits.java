package fieldloom.ui.session;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Edits of sources and targets. */
final class DocumentEdits {
  private DocumentEdits() {}

  static Mapping put(Mapping mapping, Side side, Document document) {
    List<Document> documents = new ArrayList<>(of(mapping, side));
    int at = indexOf(documents, document.name());
    if (at < 0) {
      documents.add(document);
    } else if (documents.get(at).equals(document)) {
      return mapping;
    } else {
      documents.set(at, document);
    }
    return with(mapping, side, documents);
  }

  static Mapping rename(Mapping mapping, Side side, String from, String to) {
    List<Document> documents = new ArrayList<>(of(mapping, side));
    int at = indexOf(documents, from);
    if (at < 0 || from.equals(to) || to.isBlank()) {
      return mapping;
    }
    Document old = documents.get(at);
    documents.set(at, old.withName(to));
    UnaryOperator<Path> renaming =
        path -> {
          Path.Step first = path.steps().getFirst();
          return first.name().equals(from)
              ? join(new Path.Step(to, first.arrays()), path.tail(1))
              : path;
        };
    documents.replaceAll(document -> rewritten(document, renaming));
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : mapping.rules()) {
      Rule changed = LoopEdits.rewrite(rule, renaming);
      boolean ofTarget = side == Side.TARGET && from.equals(rule.target());
      rules.add(ofTarget ? withTarget(changed, to) : changed);
    }
    List<Mapping.Variable> variables =
        mapping.variables().stream()
            .map(
                v ->
                    new Mapping.Variable(
                        v.name(),
                        FormulaText.of(v.formula()).rewrite(renaming),
                        v.in(),
                        v.extras()))
            .toList();
    Mapping renamed = withVariables(with(mapping, side, documents).withRules(rules), variables);
    return LayoutFields.follow(
        mapping,
        renamed,
        (of, field) ->
            of == side && field.document().equals(from)
                ? new FieldRef(to, field.path(), field.place())
                : field);
  }

  private static Document rewritten(Document document, UnaryOperator<Path> renaming) {
    Document.Intake intake = document.intake();
    if (intake == null) {
      return document;
    }
    String where = intake.where();
    return document.withIntake(
        new Document.Intake(
            where == null ? null : FormulaText.of(where).rewrite(renaming),
            AllTexts.rewrite(intake.groupBy(), text -> FormulaText.of(text).rewrite(renaming)),
            intake.group()));
  }

  static Mapping withVariables(Mapping mapping, List<Mapping.Variable> variables) {
    return new Mapping(
        mapping.name(),
        mapping.sources(),
        mapping.targets(),
        mapping.singleTarget(),
        mapping.rules(),
        variables,
        mapping.tables(),
        mapping.functions(),
        mapping.params(),
        mapping.tests(),
        mapping.zone(),
        mapping.locale(),
        mapping.layout(),
        mapping.extras());
  }

  private static Rule withTarget(Rule rule, String target) {
    return new Rule(
        rule.to(),
        rule.from(),
        rule.formula(),
        rule.each(),
        rule.when(),
        rule.in(),
        target,
        rule.defaultValue(),
        rule.extras());
  }

  private static Path join(Path.Step first, Path rest) {
    List<Path.Step> steps = new ArrayList<>();
    steps.add(first);
    steps.addAll(rest.steps());
    return new Path(steps);
  }

  private static List<Document> of(Mapping mapping, Side side) {
    return side == Side.SOURCE ? mapping.sources() : mapping.targets();
  }

  private static Mapping with(Mapping mapping, Side side, List<Document> documents) {
    return side == Side.SOURCE ? mapping.withSources(documents) : mapping.withTargets(documents);
  }

  private static int indexOf(List<Document> documents, String name) {
    for (int i = 0; i < documents.size(); i++) {
      if (documents.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
