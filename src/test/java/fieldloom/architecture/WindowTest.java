package fieldloom.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static fieldloom.architecture.Production.hold;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the parts of the window may know of each other. */
class WindowTest {
  private static final String UI = "fieldloom.ui.";

  /** What a feature may see beside itself. */
  private static final Set<String> SHARED = Set.of("session", "kit");

  /** The parts that put the features together. */
  private static final Set<String> COMPOSERS = Set.of("", "shell");

  /** Seen so far; a lower number means that a package was renamed. */
  private static final int FEATURE_CLASSES = 100;

  private static final int VIEW_MODELS = 8;
  private static final int SHARED_CLASSES = 70;

  private static final DescribedPredicate<JavaClass> FEATURE =
      DescribedPredicate.describe("a feature of the window", type -> isFeature(part(type)));

  private static final DescribedPredicate<JavaClass> VIEW_MODEL =
      DescribedPredicate.describe(
          "a view model", type -> outermost(type).getSimpleName().endsWith("ViewModel"));

  @Test
  void aFeatureSeesSessionAndKitButNoOtherFeature() {
    hold(
        FEATURE_CLASSES,
        FEATURE,
        classes()
            .that(FEATURE)
            .should(seeOnlyItselfAndShared())
            .because("the shell composes features; they meet in the session"));
  }

  @Test
  void theSessionAndTheKitKnowNoFeature() {
    DescribedPredicate<JavaClass> shared =
        DescribedPredicate.describe("session or kit", type -> SHARED.contains(part(type)));
    hold(SHARED_CLASSES, shared, classes().that(shared).should(seeOnlyItselfAndShared()));
    hold(
        20,
        resideInAPackage("fieldloom.ui.kit.."),
        noClasses()
            .that()
            .resideInAPackage("fieldloom.ui.kit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fieldloom.ui.session..")
            .because("the kit would serve another program as well"));
  }

  @Test
  void aViewModelNeverTouchesTheScene() {
    hold(
        VIEW_MODELS,
        VIEW_MODEL,
        noClasses()
            .that(VIEW_MODEL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..")
            .because("view models are tested without a toolkit"));
  }

  @Test
  void everyViewModelBelongsToTheWindow() {
    hold(
        VIEW_MODELS,
        VIEW_MODEL,
        classes().that(VIEW_MODEL).should().resideInAPackage("fieldloom.ui.."));
  }

  /** A part of the window that is neither shared nor puts others together. */
  private static boolean isFeature(String part) {
    return !part.equals("-") && !SHARED.contains(part) && !COMPOSERS.contains(part);
  }

  /** The part of the window that a class belongs to; "-" outside the window. */
  private static String part(JavaClass type) {
    String name = type.getPackageName() + ".";
    if (!name.startsWith(UI)) {
      return "-";
    }
    String rest = name.substring(UI.length());
    return rest.isEmpty() ? "" : rest.substring(0, rest.indexOf('.'));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(WindowTest::outermost).orElse(type);
  }

  private static ArchCondition<JavaClass> seeOnlyItselfAndShared() {
    return new ArchCondition<>("see of the window only itself, session and kit") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          String other = part(dependency.getTargetClass().getBaseComponentType());
          boolean fine = other.equals("-") || other.equals(part(type)) || SHARED.contains(other);
          if (!fine) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }
}
