package fieldloom.ui.session;

import fieldloom.model.Document;
import fieldloom.model.Each;
import fieldloom.model.Join;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Every formula of a mapping, wherever it stands. */
final class AllTexts {
  private AllTexts() {}

  /** The mapping with each of them changed. */
  static Mapping rewrite(Mapping mapping, UnaryOperator<String> change) {
    List<Document> sources = new ArrayList<>();
    for (Document source : mapping.sources()) {
      Document.Intake intake = source.intake();
      sources.add(intake == null ? source : source.withIntake(rewrite(intake, change)));
    }
    List<Mapping.Variable> variables =
        mapping.variables().stream()
            .map(v -> new Mapping.Variable(v.name(), change.apply(v.formula()), v.in(), v.extras()))
            .toList();
    List<Mapping.OwnFunction> functions =
        mapping.functions().stream()
            .map(
                f ->
                    new Mapping.OwnFunction(
                        f.name(), f.params(), change.apply(f.formula()), f.extras()))
            .toList();
    List<Rule> rules = mapping.rules().stream().map(r -> rewrite(r, change)).toList();
    return DocumentEdits.withVariables(
        mapping.withSources(sources).withRules(rules).withFunctions(functions), variables);
  }

  private static Document.Intake rewrite(Document.Intake intake, UnaryOperator<String> change) {
    return new Document.Intake(
        text(intake.where(), change), rewrite(intake.groupBy(), change), intake.group());
  }

  /** A rule with each of its formulas and paths changed. */
  static Rule rewrite(Rule rule, UnaryOperator<String> change) {
    Each each = rule.each();
    return rule.withFrom(text(rule.from(), change))
        .withFormula(text(rule.formula(), change))
        .withWhen(text(rule.when(), change))
        .withEach(each == null ? null : rewrite(each, change));
  }

  private static Each rewrite(Each each, UnaryOperator<String> change) {
    List<String> distinct = each.distinct();
    return new Each(
        change.apply(each.over()),
        each.as(),
        each.join().stream().map(j -> rewrite(j, change)).toList(),
        text(each.where(), change),
        distinct == null ? null : distinct.stream().map(change).toList(),
        rewrite(each.groupBy(), change),
        each.group(),
        each.orderBy().stream()
            .map(
                o -> new Each.OrderBy(change.apply(o.by()), o.descending(), o.locale(), o.extras()))
            .toList());
  }

  static Each.@Nullable GroupBy rewrite(Each.@Nullable GroupBy by, UnaryOperator<String> change) {
    return by == null
        ? null
        : new Each.GroupBy(
            by.keys().stream()
                .map(k -> new Each.GroupBy.Key(change.apply(k.by()), k.as(), k.extras()))
                .toList(),
            by.single());
  }

  private static Join rewrite(Join join, UnaryOperator<String> change) {
    return new Join(
        change.apply(join.with()),
        join.as(),
        change.apply(join.on()),
        join.kind(),
        join.match(),
        join.rejects(),
        join.extras());
  }

  private static @Nullable String text(@Nullable String text, UnaryOperator<String> change) {
    return text == null ? null : change.apply(text);
  }

  /** Where formulas stand that a test holds for: target fields, variables, functions, sources. */
  static List<Use> uses(Mapping mapping, Predicate<String> wanted) {
    List<Use> uses = new ArrayList<>();
    Loops loops = Loops.of(mapping);
    for (Rule rule : mapping.rules()) {
      if (Loops.texts(rule).stream().anyMatch(wanted)) {
        uses.add(new Use(rule.to(), loops.target(rule)));
      }
    }
    for (Mapping.Variable variable : mapping.variables()) {
      if (wanted.test(variable.formula())) {
        uses.add(new Use(variable.name(), null));
      }
    }
    for (Mapping.OwnFunction function : mapping.functions()) {
      if (wanted.test(function.formula())) {
        uses.add(new Use(function.name(), null));
      }
    }
    for (Document source : mapping.sources()) {
      if (source.intake() != null && texts(source.intake()).stream().anyMatch(wanted)) {
        uses.add(new Use(source.name(), null));
      }
    }
    return uses;
  }

  private static List<String> texts(Document.Intake intake) {
    List<String> texts = new ArrayList<>();
    if (intake.where() != null) {
      texts.add(intake.where());
    }
    if (intake.groupBy() != null) {
      intake.groupBy().keys().forEach(k -> texts.add(k.by()));
    }
    return texts;
  }
}
