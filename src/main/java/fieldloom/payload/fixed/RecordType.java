package fieldloom.payload.fixed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of line.
 *
 * @param name the name of its records; "" where there is only one kind and it has none
 * @param mark what its lines are known by; null where nothing tells them from others
 */
public record RecordType(String name, @Nullable Mark mark, List<FixedField> fields) {
  public RecordType {
    fields = List.copyOf(fields);
  }

  /** A text at a position, from 1. */
  public record Mark(int at, String text) {}

  /** How lines of this kind are called in messages. */
  String shown() {
    return name.isEmpty() ? "the record" : name;
  }
}
