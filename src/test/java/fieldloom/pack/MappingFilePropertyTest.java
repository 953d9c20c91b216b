package fieldloom.pack;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MappingFilePropertyTest {

  // Edge cases of so many parts multiply until the heap is full.
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void reading_what_was_written_gives_the_same_mapping_and_the_same_bytes(
      @ForAll("mappings") Mapping mapping) throws PackException {
    byte[] once = MappingFile.write(mapping);
    Mapping again = MappingFile.read(once, "generated");
    assertThat(again).isEqualTo(mapping);
    assertThat(MappingFile.write(again)).isEqualTo(once);
  }

  @Provide
  Arbitrary<Mapping> mappings() {
    return GeneratedMappings.mappings();
  }
}
