package fieldloom.pack;

import static fieldloom.pack.ForgedPackages.MAPPING;
import static fieldloom.pack.ForgedPackages.onlyMapping;
import static fieldloom.pack.ForgedPackages.refused;
import static fieldloom.pack.ForgedPackages.text;
import static fieldloom.pack.ForgedPackages.withPart;
import static fieldloom.pack.ForgedPackages.zip;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZipNameTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "../evil.txt, leads outside",
    "a/../../evil.txt, leads outside",
    "..\\evil.txt, backslash",
    "a\\b.txt, backslash",
    "/etc/evil.txt, is absolute",
    "C:/evil.txt, is absolute",
    "C:evil.txt, is absolute",
    "//server/share/x, is absolute",
    "a//b.txt, without a name",
    "a/./b.txt, without a name",
    "a.txt:stream, characters",
    "what?.txt, characters",
    "evil.txt., ends with a dot",
    "'evil.txt ', blank",
    "NUL, Windows",
    "a/con.txt, Windows",
    "lpt1 .csv, Windows"
  })
  void names_that_lead_outside_or_mean_something_else_are_refused(String name, String why) {
    refused(withPart(name, text(3), z -> z.stored(name, text(3))), why);
  }

  @Test
  void a_name_with_a_control_character_is_refused() {
    for (String name : List.of("a\0b.txt", "a\nb.txt", "a\u001b[31m.txt")) {
      refused(withPart(name, text(3), z -> z.stored(name, text(3))), "control character");
    }
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({
    "a.txt, A.TXT",
    "straße.txt, STRASSE.TXT",
    "\u00e9.txt, e\u0301.txt",
    "\ufb01le.txt, file.txt",
    "Mapping.flmap, other.txt",
    "MANIFEST.json, other.txt",
    "a, a/b.txt",
    "A/b.txt, a"
  })
  void two_names_that_some_system_takes_for_one_are_refused(String one, String other) {
    byte[] zip =
        zip(
            List.of("mapping.flmap", one, other),
            List.of(MAPPING, text(1), text(2)),
            z -> {
              z.stored("mapping.flmap", MAPPING);
              z.stored(one, text(1));
              z.stored(other, text(2));
            });
    assertThatThrownBy(() -> Packages.open(zip, "p.flpkg"))
        .isInstanceOf(PackException.class)
        .hasMessageMatching("(?s).*(is the same file as|which is a file).*");
  }

  @Test
  void a_name_twice_is_refused() {
    refused(
        onlyMapping(
            z -> {
              z.stored("mapping.flmap", MAPPING);
              z.stored("mapping.flmap", MAPPING);
            }),
        "is there twice");
  }
}
