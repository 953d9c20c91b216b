package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import fieldloom.payload.text.TextLimits;

/** The one factory of parsers and generators, with limits so wide that ours decide. */
final class JsonCodec {
  /** Levels of a record that are read; the record itself is the first. */
  static final int MAX_DEPTH = 1_000;

  /** Levels that are read past, so that what follows a record too deep is not lost. */
  static final int MAX_SKIPPED_DEPTH = 1_000_000;

  private static final int MAX_WRITTEN_DEPTH = 3_000;
  private static final int MAX_NAME = 1_000_000;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_SKIPPED_DEPTH)
                  .maxNumberLength(TextLimits.MAX_CHARS)
                  .maxStringLength(TextLimits.MAX_CHARS)
                  .maxNameLength(MAX_NAME)
                  .build())
          .streamWriteConstraints(
              StreamWriteConstraints.builder().maxNestingDepth(MAX_WRITTEN_DEPTH).build())
          // A table of all names would outgrow the memory where the keys of a document are data.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          // A writer that is closed before its end must not look as if it had ended.
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build()
          .setRootValueSeparator(null);

  private JsonCodec() {}
}
