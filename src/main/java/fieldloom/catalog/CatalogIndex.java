package fieldloom.catalog;

import fieldloom.model.Titles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be typed to find documents, made once. A search reads all of it, which for a hundred
 * documents of a hundred fields takes some milliseconds.
 */
final class CatalogIndex {
  private final List<Entry> entries = new ArrayList<>();

  /** Where a document's texts stand, the nearest to it first. */
  private enum Place {
    TITLE,
    ID,
    SYSTEM,
    FIELD
  }

  /** A text of a document. */
  private record Text(Place place, Pinyin pinyin, @Nullable CatalogField field) {}

  /** A document with all its texts, titles first. */
  private record Entry(CatalogDocument document, List<Text> texts) {}

  /** How far what was found is from what was meant, and in which field. */
  private record Found(int distance, @Nullable CatalogField field) {}

  /** A document that was found, to be put in order. */
  private record Ranked(int distance, CatalogHit hit) {}

  CatalogIndex(Collection<CatalogDocument> documents) {
    for (CatalogDocument document : documents) {
      List<Text> texts = new ArrayList<>();
      add(texts, Place.TITLE, document.titles(), null);
      texts.add(new Text(Place.ID, Pinyin.of(document.id()), null));
      texts.add(new Text(Place.SYSTEM, Pinyin.of(document.system().name()), null));
      add(texts, Place.SYSTEM, document.system().title(), null);
      for (CatalogField field : document.fields()) {
        texts.add(new Text(Place.FIELD, Pinyin.of(field.node().name()), field));
        add(texts, Place.FIELD, field.node().titles(), field);
      }
      entries.add(new Entry(document, texts));
    }
  }

  private static void add(
      List<Text> texts, Place place, Titles titles, @Nullable CatalogField field) {
    if (titles.plain() != null) {
      texts.add(new Text(place, Pinyin.of(titles.plain()), field));
    }
    if (titles.chinese() != null) {
      texts.add(new Text(place, Pinyin.of(titles.chinese()), field));
    }
  }

  /** Documents that have all words, the nearest first; equally near ones stay in their order. */
  List<CatalogHit> search(List<String> words) {
    List<Ranked> ranked = new ArrayList<>();
    for (Entry entry : entries) {
      Ranked found = find(entry, words);
      if (found != null) {
        ranked.add(found);
      }
    }
    ranked.sort(Comparator.comparingInt(Ranked::distance));
    return ranked.stream().map(Ranked::hit).toList();
  }

  private static @Nullable Ranked find(Entry entry, List<String> words) {
    int distance = 0;
    CatalogField field = null;
    for (String word : words) {
      Found found = find(entry, word);
      if (found == null) {
        return null;
      }
      distance += found.distance();
      field = field == null ? found.field() : field;
    }
    return new Ranked(distance, new CatalogHit(entry.document(), field));
  }

  private static @Nullable Found find(Entry entry, String word) {
    Found best = null;
    for (Text text : entry.texts()) {
      Pinyin.Hit hit = text.pinyin().find(word);
      if (hit != null) {
        int distance = distance(text.place(), hit.fit());
        if (best == null || distance < best.distance()) {
          best = new Found(distance, text.field());
        }
      }
    }
    return best;
  }

  /** Whether a word begins there weighs most, then where it stands, then how much was typed. */
  private static int distance(Place place, Pinyin.Fit fit) {
    int inside = fit == Pinyin.Fit.INSIDE ? 1 : 0;
    return inside * 1_000 + place.ordinal() * 10 + fit.ordinal();
  }
}
