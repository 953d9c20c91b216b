package fieldloom.model;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.engine.MappingCompiler;
import fieldloom.model.difference.Change;
import fieldloom.model.difference.ChangeWords;
import fieldloom.model.difference.Differences;
import fieldloom.pack.MappingFile;
import fieldloom.pack.PackException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Warnings that stand, in the mapping they are about. */
class AcceptancesTest {
  private static final Mapping MAPPING =
      Mapping.empty(
              "m",
              new Document("order", "json", new SchemaRef.None()),
              new Document("bill", "json", new SchemaRef.None()))
          .withRules(
              List.of(
                  Rule.formula("a", "1").withWhen("FALSE"),
                  Rule.formula("b", "IF(TRUE, 1, 2)"),
                  Rule.formula("c", "nope.x")));

  private static Problem problem(Mapping mapping, String code) {
    return MappingCompiler.compile(mapping, Map.of(), Map.of()).problems().stream()
        .filter(p -> p.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_accepted_warning_has_its_reason_until_it_is_taken_back() {
    Problem warning = problem(MAPPING, "never-written");
    assertThat(Acceptances.reason(MAPPING, warning)).isNull();
    Mapping accepted = Acceptances.with(MAPPING, warning, " until the pilot ends ");
    assertThat(Acceptances.reason(accepted, warning)).isEqualTo("until the pilot ends");
    assertThat(Acceptances.reason(accepted, problem(accepted, "always-holds"))).isNull();
    Mapping other = Acceptances.with(accepted, warning, "other");
    assertThat(Acceptances.of(other)).extracting(a -> a.reason()).containsExactly("other");
    assertThat(Acceptances.with(other, warning, "")).isEqualTo(MAPPING);
  }

  @Test
  void it_ends_where_the_rule_changes_and_is_forgotten_with_the_next() {
    Problem warning = problem(MAPPING, "never-written");
    Mapping accepted = Acceptances.with(MAPPING, warning, "pilot");
    Rule changed = MAPPING.rules().getFirst().withFormula("2");
    Mapping now =
        accepted.withRules(List.of(changed, MAPPING.rules().get(1), MAPPING.rules().get(2)));
    assertThat(Acceptances.reason(now, problem(now, "never-written"))).isNull();
    Mapping next = Acceptances.with(now, problem(now, "always-holds"), "so be it");
    assertThat(Acceptances.of(next)).extracting(a -> a.code()).containsExactly("always-holds");
  }

  @Test
  void errors_are_never_accepted() {
    Problem error = problem(MAPPING, "unknown-path");
    assertThat(Acceptances.with(MAPPING, error, "please")).isSameAs(MAPPING);
  }

  @Test
  void files_keep_them_and_comparisons_tell_them() throws PackException {
    Mapping accepted =
        Acceptances.with(MAPPING, problem(MAPPING, "never-written"), "until the pilot ends");
    Mapping read = MappingFile.read(MappingFile.write(accepted), "m.flmap");
    assertThat(Acceptances.of(read)).isEqualTo(Acceptances.of(accepted));
    List<Change> changes = Differences.between(MAPPING, read);
    assertThat(changes).hasSize(1);
    assertThat(ChangeWords.in(Locale.ENGLISH).say(changes.getFirst()))
        .isEqualTo("accepted warning never-written a: new, until the pilot ends (1 when FALSE)");
    assertThat(ChangeWords.in(Locale.CHINESE).say(changes.getFirst()))
        .startsWith("已接受的警告 never-written a");
  }
}
