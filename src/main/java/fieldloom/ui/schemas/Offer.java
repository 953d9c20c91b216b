package fieldloom.ui.schemas;

import fieldloom.catalog.CatalogDocument;
import fieldloom.schema.SchemaChoice;
import java.util.Locale;

/** Something that can be chosen as a schema: a part of a file, or a document of the catalog. */
public sealed interface Offer {

  /** What its author calls it, in the window's language; "" where nothing says. */
  String title();

  /** As people know it: {@code POST /orders · request}. */
  String name();

  /** A part of what was picked. */
  record Part(SchemaChoice choice) implements Offer {
    @Override
    public String title() {
      return choice.title() == null ? "" : choice.title();
    }

    /** Its name, in which request and response are said in the window's language. */
    @Override
    public String name() {
      String name = choice.name();
      String part = choice.options().path("part").asText();
      boolean said = !part.isEmpty() && name.endsWith(part);
      return said
          ? name.substring(0, name.length() - part.length()) + Named.name("value.", part)
          : name;
    }

    /** Whether each of the words stands in its title or name. */
    boolean matches(String typed) {
      String all = title() + " " + name() + " " + choice.name();
      String text = all.toLowerCase(Locale.ROOT);
      for (String word : typed.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
        if (!text.contains(word)) {
          return false;
        }
      }
      return true;
    }
  }

  /** A document of the catalog. */
  record Document(CatalogDocument document) implements Offer {
    @Override
    public String title() {
      return document.system().name() + " · " + document.title(Words.locale());
    }

    @Override
    public String name() {
      return document.id();
    }
  }
}
