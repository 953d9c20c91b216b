package fieldloom.ui.catalog;

import fieldloom.catalog.CatalogDocument;
import fieldloom.catalog.CatalogSystem;
import fieldloom.model.Titles;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Texts;
import java.util.Locale;
import javafx.beans.binding.StringBinding;
import org.jspecify.annotations.Nullable;

/** The words of the catalog, in the window's language. */
final class Words {
  private static final Texts TEXTS = Texts.of(Words.class);

  private Words() {}

  static String get(String key, Object... arguments) {
    return TEXTS.get(key, arguments);
  }

  static StringBinding bind(String key) {
    return TEXTS.bind(key);
  }

  /** The title in the window's language; "" where there is none. */
  static String title(Titles titles) {
    return text(titles.in(locale()));
  }

  /** The title in the other language; "" where there is none, or it is the same. */
  static String otherTitle(Titles titles) {
    String other = text(titles.in(Texts.language().other().locale()));
    return other.equals(title(titles)) ? "" : other;
  }

  static String title(CatalogDocument document) {
    return document.title(locale());
  }

  /** A document with its system, to stand within a sentence: {@code CRM sales order}. */
  static String phrase(CatalogDocument document) {
    String title = title(document);
    return document.system().name()
        + " "
        + (Texts.language() == Language.ENGLISH ? small(title) : title);
  }

  /** Without its first capital, unless that begins an abbreviation. */
  private static String small(String title) {
    boolean abbreviation = title.length() < 2 || !Character.isLowerCase(title.charAt(1));
    return abbreviation
        ? title
        : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
  }

  /** What a system is, beside its name: {@code Customers 客户关系}. */
  static String about(CatalogSystem system) {
    return title(system.title());
  }

  private static Locale locale() {
    return Texts.language().locale();
  }

  private static String text(@Nullable String title) {
    return title == null ? "" : title;
  }
}
