package fieldloom.ui.session;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * Which records of the driving source are mapped, and how they are grouped before.
 *
 * @param source its name
 * @param intake null where each record is mapped
 */
public record SetIntake(String source, Document.@Nullable Intake intake) implements Edit {
  @Override
  public Mapping applyTo(Mapping mapping) {
    Document driver = mapping.driver();
    return driver.name().equals(source)
        ? Looks.follow(mapping, Grouping.intake(mapping, intake))
        : mapping;
  }

  @Override
  public String label() {
    return Words.get("edit.intake", source);
  }
}
