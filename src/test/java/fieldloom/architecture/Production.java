package fieldloom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/** The classes of the product, and rules that cannot pass by having seen none of them. */
final class Production {
  /** Imported once; reading them takes longer than all rules together. */
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("fieldloom");

  private Production() {}

  /**
   * Holds a rule.
   *
   * @param atLeast how many classes the rule must have been asked about, so that a package that was
   *     renamed or an import that found nothing shows
   * @param subjects the classes that the rule is asked about
   */
  static void hold(int atLeast, DescribedPredicate<? super JavaClass> subjects, ArchRule rule) {
    assertThat(CLASSES.stream().filter(subjects).count())
        .as("classes seen by the rule: %s", rule.getDescription())
        .isGreaterThanOrEqualTo(atLeast);
    rule.allowEmptyShould(true).check(CLASSES);
  }
}
