package fieldloom.model;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a field is in XML documents.
 *
 * @param local its name without prefix and without the {@code @} of attributes
 * @param namespace "" where it is in none
 * @param prefix what the schema's or the sample's author writes before its name; "" where that is
 *     nothing or not known
 * @param text how its text is written
 * @param content in which order its elements stand; null where that is the order of the children,
 *     each as often as its cardinality says
 */
public record XmlShape(
    String local,
    String namespace,
    String prefix,
    TextForm text,
    @Nullable Supplier<XmlContent> content) {

  /** How a value is written as text, where its type alone does not say. */
  public enum TextForm {
    /** As the type is: numbers plain, bytes as Base64. */
    PLAIN,
    /** A number that may have an exponent. */
    FLOAT,
    /** Bytes as hexadecimal digits. */
    HEX
  }

  /** A plain field of a name. */
  public static XmlShape of(String local, String namespace, String prefix) {
    return new XmlShape(local, namespace, prefix, TextForm.PLAIN, null);
  }
}
