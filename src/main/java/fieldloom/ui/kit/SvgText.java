package fieldloom.ui.kit;

import java.util.Locale;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Collects SVG elements. Lengths are pixels of the scene. */
final class SvgText {
  /** What viewers without our fonts may have for Chinese. */
  private static final String CHINESE =
      "', 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', 'WenQuanYi Micro Hei', ";

  private final StringBuilder out = new StringBuilder(64_000);

  void begin(double width, double height) {
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
        .append(number(width))
        .append("\" height=\"")
        .append(number(height))
        .append("\" viewBox=\"0 0 ")
        .append(number(width))
        .append(' ')
        .append(number(height))
        .append("\">\n");
  }

  String end() {
    return out.append("</svg>\n").toString();
  }

  void open(String tag) {
    out.append('<').append(tag).append(">\n");
  }

  void close(String tag) {
    out.append("</").append(tag).append(">\n");
  }

  void comment(String words) {
    out.append("<!-- ").append(words.replace("-", "")).append(" -->\n");
  }

  void rect(double x, double y, double width, double height, Color fill) {
    if (fill.getOpacity() == 0 || width <= 0 || height <= 0) {
      return;
    }
    out.append("<rect x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(y))
        .append("\" width=\"")
        .append(number(width))
        .append("\" height=\"")
        .append(number(height))
        .append('"')
        .append(paint("fill", fill))
        .append("/>\n");
  }

  /** A path; either paint may be transparent. */
  void path(String data, Color fill, Color stroke, double width, String dashes) {
    if (fill.getOpacity() == 0 && (stroke.getOpacity() == 0 || width <= 0)) {
      return;
    }
    out.append("<path d=\"").append(data).append('"');
    out.append(fill.getOpacity() == 0 ? " fill=\"none\"" : paint("fill", fill));
    if (stroke.getOpacity() > 0 && width > 0) {
      out.append(paint("stroke", stroke))
          .append(" stroke-width=\"")
          .append(number(width))
          .append('"');
      if (!dashes.isEmpty()) {
        out.append(" stroke-dasharray=\"").append(dashes).append('"');
      }
    }
    out.append("/>\n");
  }

  /**
   * @param y of the baseline
   * @param width what the text takes with its own font, kept where the viewer has another
   */
  void text(String text, double x, double y, double width, Font font, Color fill) {
    out.append("<text style=\"white-space:pre\" x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(y))
        .append("\" textLength=\"")
        .append(number(width))
        .append("\" lengthAdjust=\"spacingAndGlyphs\" font-size=\"")
        .append(number(font.getSize()))
        .append('"')
        .append(family(font))
        .append(paint("fill", fill))
        .append('>')
        .append(escape(text))
        .append("</text>\n");
  }

  private static String family(Font font) {
    String name = font.getFamily();
    String generic = name.contains("Mono") ? "monospace" : "sans-serif";
    String plain = name.replaceAll(" (Medium|Semi ?Bold)$", "");
    String weight = name.endsWith("Medium") ? "500" : name.matches(".*Semi ?Bold") ? "600" : "400";
    return " font-family=\"'" + plain + CHINESE + generic + "\" font-weight=\"" + weight + '"';
  }

  void image(double x, double y, double width, double height, String pngBase64) {
    out.append("<image x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(y))
        .append("\" width=\"")
        .append(number(width))
        .append("\" height=\"")
        .append(number(height))
        .append("\" href=\"data:image/png;base64,")
        .append(pngBase64)
        .append("\"/>\n");
  }

  private static String paint(String attribute, Color color) {
    String hex =
        String.format(
            Locale.ROOT,
            "#%02x%02x%02x",
            Math.round(color.getRed() * 255),
            Math.round(color.getGreen() * 255),
            Math.round(color.getBlue() * 255));
    String opacity =
        color.getOpacity() < 1
            ? " " + attribute + "-opacity=\"" + number(color.getOpacity()) + '"'
            : "";
    return " " + attribute + "=\"" + hex + '"' + opacity;
  }

  /** At most two digits behind the point, and none that say nothing. */
  static String number(double value) {
    double rounded = Math.round(value * 100) / 100.0;
    return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> {
                  // XML 1.0 has no place for other control characters, escaped or not.
                  if (c >= ' ' || c == '\t' || c == '\n') {
                    escaped.appendCodePoint(c);
                  }
                }
              }
            });
    return escaped.toString();
  }
}
