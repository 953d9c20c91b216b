package fieldloom.schema.edi;

import fieldloom.model.EdiSchema;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.payload.edi.EdiGrammar;
import fieldloom.payload.edi.EdiPart;
import fieldloom.payload.edi.EdiStandard;
import fieldloom.payload.edi.EnvelopeFields;
import fieldloom.payload.edi.StaediGrammar;
import fieldloom.payload.edi.StandardGuess;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import fieldloom.schema.xml.XmlGlance;
import io.xlate.edi.schema.EDISchemaException;
import java.util.ArrayList;
import java.util.List;

/**
 * Schemas of messages as StAEDI has them, v2 to v4, with the files that they include. The option
 * {@code standard} says whether it is X12 or EDIFACT where the segments do not.
 */
public final class EdiSchemaReader implements SchemaReader {

  @Override
  public String name() {
    return "edi-schema";
  }

  @Override
  public List<String> extensions() {
    return List.of("xml");
  }

  @Override
  public List<String> formats() {
    return List.of("edi");
  }

  @Override
  public boolean accepts(SchemaFile file) {
    for (String version : List.of("v4", "v3", "v2")) {
      if (XmlGlance.isRoot(file.content(), StaediXsd.NAMESPACE + version, "schema")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public SchemaTree read(SchemaFile file) throws SchemaException {
    String text = EdiSchemaText.of(file);
    EdiGrammar grammar;
    try {
      grammar = StaediGrammar.message(text);
    } catch (EDISchemaException e) {
      throw new SchemaException(
          "The EDI schema "
              + file.label()
              + " does not hold together: "
              + reason(e)
              + "; correct it.");
    }
    List<SchemaNode> fields = new ArrayList<>();
    for (EdiPart.Segment header : EnvelopeFields.fields(standard(file, grammar))) {
      fields.add(EdiNodes.envelope(header));
    }
    fields.addAll(EdiNodes.of(grammar.parts()));
    SchemaNode root =
        SchemaNode.builder(SchemaContent.baseName(file.label()), FieldType.OBJECT)
            .required(true)
            .title(grammar.label().title())
            .children(fields)
            .build();
    return new SchemaTree(grammar.label().title(), root, new EdiSchema(text));
  }

  private static EdiStandard standard(SchemaFile file, EdiGrammar grammar) {
    for (EdiStandard standard : EdiStandard.values()) {
      if (standard.option().equals(file.option("standard"))) {
        return standard;
      }
    }
    EdiStandard guess = StandardGuess.of(grammar.parts().stream().map(EdiPart::opener).toList());
    return guess == null ? EdiStandard.X12 : guess;
  }

  /** The library's reason without the places in the text that it was handed. */
  private static String reason(EDISchemaException e) {
    String text =
        String.valueOf(e.getOriginalMessage()).replace("io.xlate.edi.internal.schema.", "").strip();
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
