package fieldloom.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static fieldloom.architecture.Production.CLASSES;
import static fieldloom.architecture.Production.hold;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which part of the product may know which other. */
class LayersTest {

  /** From the bottom up: a layer sees itself and the ones before it. */
  private static final List<Layer> LAYERS =
      List.of(
          new Layer(50, "model"),
          new Layer(200, "database", "function", "payload", "schema", "spill", "store"),
          new Layer(80, "engine"),
          new Layer(
              80,
              "pack",
              "job",
              "generate",
              "profile",
              "suggest",
              "assistant",
              "connector",
              "catalog",
              "landscape"),
          new Layer(200, "cli", "ui"),
          new Layer(10, "app"));

  /** Parts that stand side by side, and how many classes they have at least. */
  private record Layer(int atLeast, String... parts) {
    String[] packages() {
      return Stream.of(parts).map(part -> "fieldloom." + part + "..").toArray(String[]::new);
    }

    @Override
    public String toString() {
      return String.join(", ", parts);
    }
  }

  static List<Layer> layers() {
    return LAYERS;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void aLayerSeesOnlyItselfAndTheOnesBelow(Layer layer) {
    String[] above =
        LAYERS.subList(LAYERS.indexOf(layer) + 1, LAYERS.size()).stream()
            .flatMap(other -> Stream.of(other.packages()))
            .toArray(String[]::new);
    hold(
        layer.atLeast(),
        resideInAnyPackage(layer.packages()),
        noClasses()
            .that()
            .resideInAnyPackage(layer.packages())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(above.length == 0 ? new String[] {"fieldloom"} : above)
            .because("data moves one way: schema, mapping, plan, run, report"));
  }

  @Test
  void everyClassBelongsToALayer() {
    String[] all =
        LAYERS.stream().flatMap(layer -> Stream.of(layer.packages())).toArray(String[]::new);
    hold(
        500,
        alwaysTrue(),
        classes()
            .should()
            .resideInAnyPackage(all)
            .orShould()
            .haveFullyQualifiedName("fieldloom.Main")
            .because("a new part has to say where it stands: add it to LAYERS"));
  }

  @Test
  void theWindowAndTheCommandLineDoNotKnowEachOther() {
    hold(
        30,
        resideInAnyPackage("fieldloom.cli..", "fieldloom.ui.."),
        noClasses()
            .that()
            .resideInAPackage("fieldloom.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fieldloom.ui..")
            .because("commands work without a toolkit; app hands them what draws"));
    hold(
        200,
        resideInAPackage("fieldloom.ui.."),
        noClasses()
            .that()
            .resideInAPackage("fieldloom.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fieldloom.cli.."));
  }

  @Test
  void onlyTheCompositionRootKnowsTheDatabase() {
    hold(
        700,
        not(resideInAnyPackage("fieldloom.store..", "fieldloom.spill..", "fieldloom.app..")),
        noClasses()
            .that()
            .resideOutsideOfPackages("fieldloom.store..", "fieldloom.spill..", "fieldloom.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "fieldloom.store.h2..", "org.h2..", "org.flywaydb..", "org.jdbi.."));
  }

  @Test
  void theTemporaryStoreKnowsNoMoreOfTheDatabaseThanItsPages() {
    hold(
        5,
        resideInAPackage("fieldloom.spill.."),
        noClasses()
            .that()
            .resideInAPackage("fieldloom.spill..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("org.h2..", "fieldloom.store..")
                    .and(not(resideInAPackage("org.h2.mvstore..")))));
  }

  @Test
  void onlyTheWindowKnowsJavafx() {
    hold(
        400,
        not(resideInAPackage("fieldloom.ui..")),
        noClasses()
            .that()
            .resideOutsideOfPackage("fieldloom.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.sun.javafx..", "atlantafx..", "org.controlsfx..")
            .because(
                "Main and app reach the window through a class in ui, so that every command"
                    + " runs without a toolkit"));
  }

  @Test
  void theEnginesInsideIsItsOwn() {
    hold(
        600,
        not(resideInAPackage("fieldloom.engine..")),
        noClasses()
            .that()
            .resideOutsideOfPackage("fieldloom.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fieldloom.engine.internal.."));
  }

  @Test
  void theEngineHasAtMostEightPublicTypes() {
    Set<String> open =
        CLASSES.stream()
            .filter(type -> type.getPackageName().equals("fieldloom.engine"))
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(JavaClass::isTopLevelClass)
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(open).hasSizeBetween(4, 8);
  }

  @Test
  void partsDoNotGoRoundInCircles() {
    hold(70, alwaysTrue(), slices().matching("fieldloom.(*)..").should().beFreeOfCycles());
    // A part's folder holds a port and the list of what implements it, one sub-package each, so
    // that parent and child know each other; the children must still be apart.
    hold(
        150,
        resideInAPackage("fieldloom.*.*.."),
        slices().matching("fieldloom.(*).(*)..").should().beFreeOfCycles());
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<JavaPackage> packages =
        CLASSES.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
    assertThat(packages).hasSizeGreaterThan(9);
    assertThat(packages)
        .filteredOn(part -> !part.getName().equals("fieldloom"))
        .filteredOn(part -> !part.isAnnotatedWith(NullMarked.class))
        .extracting(JavaPackage::getName)
        .as("packages whose package-info.java lacks @NullMarked")
        .isEmpty();
  }

  @Test
  void onlyTheCommandLineWritesToTheTerminal() {
    hold(
        700,
        not(resideInAPackage("fieldloom.cli..")),
        noClasses()
            .that()
            .resideOutsideOfPackage("fieldloom.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace")
            .because(
                "standard output carries data, and the last line of standard error the counts"));
  }

  @Test
  void nothingKnowsMain() {
    hold(
        700,
        alwaysTrue(),
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("fieldloom.Main"));
  }

  @Test
  void oneClassMakesAllParsersOfXml() {
    DescribedPredicate<JavaClass> factories =
        DescribedPredicate.describe(
            "make parsers, writers or validators of XML",
            type ->
                type.getPackageName().equals("javax.xml.parsers")
                    || type.getPackageName().equals("com.ctc.wstx.stax")
                    || type.getName().matches("javax\\.xml\\..*Factory")
                    || type.getName().equals("org.xml.sax.helpers.XMLReaderFactory")
                    || type.getName().startsWith("org.w3c.dom.bootstrap."));
    hold(
        700,
        not(resideInAPackage("fieldloom.payload.xml")),
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("fieldloom.payload.xml.XmlFactories")
            .should()
            .dependOnClassesThat(factories)
            .because("entities, document types and the network are off there, and only there"));
    assertThat(CLASSES.get("fieldloom.payload.xml.XmlFactories").getDirectDependenciesFromSelf())
        .anyMatch(dependency -> factories.test(dependency.getTargetClass()));
  }
}
