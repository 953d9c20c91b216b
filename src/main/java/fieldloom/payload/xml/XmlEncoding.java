package fieldloom.payload.xml;

import fieldloom.payload.ReadCodes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out in which encoding a document is written. A byte order mark is left to the decoder. */
final class XmlEncoding {
  private static final int MOST_BYTES = 1_024;
  private static final Pattern DECLARED =
      Pattern.compile("\\A<\\?xml\\s[^>]*?encoding\\s*=\\s*([\"'])([^\"'>]*)\\1");

  private XmlEncoding() {}

  /**
   * Looks at the first bytes, which are read again.
   *
   * @param otherwise what holds where the document declares none
   * @throws XmlFault where it declares one that is not known, or that its bytes are not in
   */
  static Charset of(BufferedInputStream in, Charset otherwise) throws IOException, XmlFault {
    in.mark(MOST_BYTES);
    byte[] start = in.readNBytes(MOST_BYTES);
    in.reset();
    if (starts(start, '<', 0)) {
      return StandardCharsets.UTF_16LE;
    }
    if (starts(start, 0, '<')) {
      return StandardCharsets.UTF_16BE;
    }
    Matcher declaration = DECLARED.matcher(new String(start, StandardCharsets.ISO_8859_1));
    return declaration.find()
        ? declared(declaration.group(2), declaration.start(2) + 1)
        : otherwise;
  }

  private static Charset declared(String name, int column) throws XmlFault {
    Charset charset;
    try {
      charset = Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw wrong(column, "declares the encoding “" + name + "”, which is not known");
    }
    // Its own declaration could be read byte by byte.
    if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
      throw wrong(column, "declares the encoding " + name + ", but is not written in it");
    }
    return charset;
  }

  private static XmlFault wrong(int column, String what) {
    return new XmlFault(
        ReadCodes.BAD_ENCODING,
        "At line 1, column "
            + column
            + " the document "
            + what
            + "; declare the one it is saved in, such as UTF-8.",
        1,
        true);
  }

  private static boolean starts(byte[] bytes, int first, int second) {
    return bytes.length > 1 && bytes[0] == first && bytes[1] == second;
  }
}
