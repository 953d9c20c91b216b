package fieldloom.ui.samples;

import fieldloom.generate.SampleGenerator;
import fieldloom.generate.SampleKind;
import fieldloom.generate.SampleOrder;
import fieldloom.payload.JsonValues;
import fieldloom.payload.PayloadSpec;
import fieldloom.ui.kit.Background;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What sample is to be generated, and how it begins. FX thread. */
public final class GenerateViewModel {
  private static final int SHOWN = 3;
  private static final int SHOWN_CHARS = 20_000;
  private static final int SEEDS = 1_000_000;
  private static final Set<String> AS_RECORDS = Set.of("json", "ndjson", "table", "xlsx");

  private final PayloadSpec spec;
  private final Background background;
  private final StringProperty seed = new SimpleStringProperty("1");
  private final StringProperty count = new SimpleStringProperty("1");
  private final BooleanProperty chinese = new SimpleBooleanProperty();
  private final Map<SampleKind, BooleanProperty> kinds = new EnumMap<>(SampleKind.class);
  private final ReadOnlyStringWrapper preview = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private Background.@Nullable Work work;

  /**
   * For a source.
   *
   * @param inChinese whether names and addresses are Chinese at first
   */
  public GenerateViewModel(PayloadSpec spec, Background background, boolean inChinese) {
    this.spec = spec;
    this.background = background;
    chinese.set(inChinese);
    for (SampleKind kind : SampleKind.values()) {
      BooleanProperty wanted = new SimpleBooleanProperty(kind == SampleKind.TYPICAL);
      wanted.subscribe((was, is) -> update());
      kinds.put(kind, wanted);
    }
    seed.subscribe((was, is) -> update());
    count.subscribe((was, is) -> update());
    chinese.subscribe((was, is) -> update());
    update();
  }

  /** The source that it is a sample of. */
  public String source() {
    return spec.name();
  }

  /** A whole number; the same one gives the same sample. */
  public StringProperty seedProperty() {
    return seed;
  }

  /** How many records. */
  public StringProperty countProperty() {
    return count;
  }

  public BooleanProperty chineseProperty() {
    return chinese;
  }

  /** Whether records of a kind are wanted; they come in turn. */
  public BooleanProperty wanted(SampleKind kind) {
    return kinds.get(kind);
  }

  /** How the sample begins; "" where there is none. */
  public ReadOnlyStringProperty previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /** Why there is none, one sentence; "" where it can be added. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether something is being made. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Another seed, whichever. */
  public void anotherSeed() {
    seed.set(String.valueOf(new Random().nextInt(SEEDS)));
  }

  private List<SampleKind> chosen() {
    List<SampleKind> chosen = new ArrayList<>();
    kinds.forEach(
        (kind, wanted) -> {
          if (wanted.get()) {
            chosen.add(kind);
          }
        });
    return chosen;
  }

  /** What is ordered; null where it is not whole, and the problem says what is missing. */
  private @Nullable SampleOrder order() {
    Long number = number(seed.get());
    Long records = number(count.get());
    List<SampleKind> chosen = chosen();
    if (number == null) {
      problem.set(Words.get("problem.seed"));
    } else if (records == null || records < 1 || records > SampleOrder.MOST) {
      problem.set(Words.get("problem.count", String.valueOf(SampleOrder.MOST)));
    } else if (chosen.isEmpty()) {
      problem.set(Words.get("problem.kind"));
    } else {
      problem.set("");
      return new SampleOrder(number, records.intValue(), chosen, chinese.get());
    }
    return null;
  }

  private static @Nullable Long number(String text) {
    try {
      return Long.valueOf(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private void update() {
    if (work != null) {
      work.cancel();
      work = null;
    }
    SampleOrder order = order();
    if (order == null) {
      preview.set("");
      busy.set(false);
      return;
    }
    SampleOrder begin =
        new SampleOrder(
            order.seed(),
            Math.min(order.count(), Math.max(SHOWN, order.kinds().size())),
            order.kinds(),
            order.chinese());
    busy.set(true);
    work =
        background.begin(
            () -> shown(begin),
            text -> {
              busy.set(false);
              preview.set(text);
            },
            sentence -> {
              busy.set(false);
              preview.set("");
              problem.set(sentence);
            });
  }

  /** As the source's files are; JSON and files that are no text as records to be read. */
  private String shown(SampleOrder order) throws IOException {
    // Also where it is not shown so, for it must be one that can be written.
    byte[] made = SampleGenerator.bytes(spec, order);
    String text = new String(made, StandardCharsets.UTF_8);
    if (AS_RECORDS.contains(spec.format())) {
      StringBuilder all = new StringBuilder();
      new SampleGenerator(spec.schema(), order)
          .records()
          .forEach(record -> all.append(JsonValues.toPrettyJson(record)).append('\n'));
      text = all.toString();
    }
    return text.length() > SHOWN_CHARS ? text.substring(0, SHOWN_CHARS) + "…" : text;
  }

  /** What the sample's file is called. */
  String fileName() {
    List<SampleKind> chosen = chosen();
    String kind = chosen.size() == 1 ? chosen.getFirst().label() : "mixed";
    String ending =
        switch (spec.format()) {
          case "table" -> "json";
          case "fixed" -> "txt";
          default -> spec.format();
        };
    return spec.name() + "-" + kind + "-" + seed.get().strip() + "." + ending;
  }

  /** Makes all of it; tells the name and the bytes, or the problem says why it cannot be made. */
  public void make(Consumer<Made> done) {
    SampleOrder order = order();
    if (order == null) {
      return;
    }
    String name = fileName();
    busy.set(true);
    background.run(
        () -> new Made(name, SampleGenerator.bytes(spec, order)),
        made -> {
          busy.set(false);
          done.accept(made);
        },
        sentence -> {
          busy.set(false);
          problem.set(sentence);
        });
  }

  /** What was made. */
  public record Made(String fileName, byte[] content) {}
}
