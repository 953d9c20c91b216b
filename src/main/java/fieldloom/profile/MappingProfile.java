package fieldloom.profile;

import fieldloom.job.RunReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all fields of a mapping held over a run.
 *
 * @param report how the run ended; of one that was cancelled the profile is that of its beginning
 * @param fields of the sources, then of the targets, each in the order of its schema
 * @param elsewhere how many records failed at no field, as they could not be read
 * @param firstElsewhere why the first of these did; null where none did
 */
public record MappingProfile(
    RunReport report, List<FieldProfile> fields, long elsewhere, @Nullable String firstElsewhere) {

  public MappingProfile {
    fields = List.copyOf(fields);
  }
}
