package fieldloom.catalog;

import fieldloom.catalog.Pinyin.Fit;
import fieldloom.model.Titles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be typed to find documents, made once. A search reads all of it, which for a hundred
 * documents of a hundred fields takes some milliseconds.
 */
final class CatalogIndex {
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Pinyin> texts = new ArrayList<>();

  /** Where a document's texts stand, the nearest to it first. */
  private enum Place {
    TITLE,
    ID,
    SYSTEM,
    FIELD
  }

  /**
   * A text of a document.
   *
   * @param number of the text among all; many fields of many documents are called the same
   */
  private record Text(Place place, int number, @Nullable CatalogField field) {}

  /** A document with all its texts, titles first. */
  private record Entry(CatalogDocument document, List<Text> texts) {}

  /** How far what was found is from what was meant, and in which field. */
  private record Found(int distance, @Nullable CatalogField field) {}

  /** A document that was found, to be put in order. */
  private record Ranked(int distance, CatalogHit hit) {}

  CatalogIndex(Collection<CatalogDocument> documents) {
    for (CatalogDocument document : documents) {
      List<Text> own = new ArrayList<>();
      add(own, Place.TITLE, document.titles(), null);
      add(own, Place.ID, document.id(), null);
      add(own, Place.SYSTEM, document.system().name(), null);
      add(own, Place.SYSTEM, document.system().title(), null);
      for (CatalogField field : document.fields()) {
        add(own, Place.FIELD, field.node().name(), field);
        add(own, Place.FIELD, field.node().titles(), field);
      }
      entries.add(new Entry(document, own));
    }
  }

  private void add(List<Text> to, Place place, Titles titles, @Nullable CatalogField field) {
    add(to, place, titles.plain(), field);
    add(to, place, titles.chinese(), field);
  }

  private void add(
      List<Text> to, Place place, @Nullable String text, @Nullable CatalogField field) {
    if (text != null) {
      to.add(new Text(place, numbers.computeIfAbsent(text, this::number), field));
    }
  }

  private int number(String text) {
    texts.add(Pinyin.of(text));
    return texts.size() - 1;
  }

  /** Documents that have all words, the nearest first; equally near ones stay in their order. */
  List<CatalogHit> search(List<String> words) {
    List<@Nullable Fit[]> fits = words.stream().map(this::fits).toList();
    List<Ranked> ranked = new ArrayList<>();
    for (Entry entry : entries) {
      Ranked found = find(entry, fits);
      if (found != null) {
        ranked.add(found);
      }
    }
    ranked.sort(Comparator.comparingInt(Ranked::distance));
    return ranked.stream().map(Ranked::hit).toList();
  }

  /** How each text holds a word; null where it does not. */
  private @Nullable Fit[] fits(String word) {
    @Nullable Fit[] fits = new Fit[texts.size()];
    for (int i = 0; i < fits.length; i++) {
      Pinyin.Hit hit = texts.get(i).find(word);
      fits[i] = hit == null ? null : hit.fit();
    }
    return fits;
  }

  private static @Nullable Ranked find(Entry entry, List<@Nullable Fit[]> fitsOfWords) {
    int distance = 0;
    CatalogField field = null;
    for (@Nullable Fit[] fits : fitsOfWords) {
      Found found = find(entry, fits);
      if (found == null) {
        return null;
      }
      distance += found.distance();
      field = field == null ? found.field() : field;
    }
    return new Ranked(distance, new CatalogHit(entry.document(), field));
  }

  private static @Nullable Found find(Entry entry, @Nullable Fit[] fits) {
    Found best = null;
    for (Text text : entry.texts()) {
      Fit fit = fits[text.number()];
      if (fit != null) {
        int distance = distance(text.place(), fit);
        if (best == null || distance < best.distance()) {
          best = new Found(distance, text.field());
        }
      }
    }
    return best;
  }

  /** Whether a word begins there weighs most, then where it stands, then how much was typed. */
  private static int distance(Place place, Fit fit) {
    int inside = fit == Fit.INSIDE ? 1 : 0;
    return inside * 1_000 + place.ordinal() * 10 + fit.ordinal();
  }
}
