package fieldloom.function;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.function.FunctionDef.Example;
import fieldloom.function.FunctionDef.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The page of all functions is what their declarations say. Run with {@code -Dguide.write=true}, it
 * is written anew.
 */
class FunctionGuideTest {
  private static final Path PAGE = Path.of("assets/docs/guide/functions.md");

  @Test
  void the_page_of_functions_says_what_the_library_holds() throws IOException {
    String page = page();
    if (Boolean.getBoolean("guide.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    StringBuilder page = new StringBuilder("# Functions\n\n");
    page.append("Made from the library's own declarations; the examples are its tests. ");
    page.append("How formulas are written stands in [Formulas](formulas.md).\n");
    for (Group group : Group.values()) {
      page.append("\n## ").append(group.label()).append('\n');
      FunctionLibrary.standard().all().stream()
          .filter(f -> f.group() == group)
          .forEach(f -> add(page, f));
    }
    return page.toString();
  }

  private static void add(StringBuilder page, FunctionDef f) {
    page.append("\n### ").append(f.name()).append("\n`").append(f.signature()).append("`\n\n");
    page.append(f.help().english()).append("\n\n").append(f.help().chinese()).append("\n\n");
    page.append("```\n");
    for (Example example : f.examples()) {
      page.append(example.formula()).append("  →  ").append(example.result()).append('\n');
    }
    page.append("```\n\nAlso found as: ").append(String.join(", ", f.aliases())).append('\n');
  }
}
