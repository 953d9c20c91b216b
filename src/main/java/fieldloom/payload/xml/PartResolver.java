package fieldloom.payload.xml;

import fieldloom.model.XmlSchemaFiles;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;

/** Gives a validator the files of a schema by numbers in place of names. */
final class PartResolver implements LSResourceResolver {
  private final List<XmlSchemaFiles.File> files;

  PartResolver(XmlSchemaFiles xsd) {
    this.files = xsd.files();
  }

  /** What the validator knows a file by. */
  static String id(int number) {
    return XmlFactories.PARTS + ":/" + number;
  }

  /** The path of a file that the validator names. */
  static String path(@Nullable String id, XmlSchemaFiles xsd) {
    return xsd.files().get(number(id)).path();
  }

  private static int number(@Nullable String id) {
    return id == null ? 0 : Integer.parseInt(id.substring(id.lastIndexOf('/') + 1));
  }

  @Override
  public @Nullable LSInput resolveResource(
      String type,
      @Nullable String namespace,
      @Nullable String publicId,
      @Nullable String reference,
      @Nullable String base) {
    String path = files.get(number(base)).references().get(reference == null ? "" : reference);
    for (int i = 0; i < files.size(); i++) {
      if (files.get(i).path().equals(path)) {
        return new PartInput(id(i), files.get(i).content());
      }
    }
    return null;
  }
}
