package fieldloom.payload.edi;

import fieldloom.model.value.Obj;
import fieldloom.payload.FormatException;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordWriter;
import fieldloom.payload.UnwritableRecordException;
import fieldloom.payload.text.TextPage;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a message a record, all in one interchange. */
final class EdiWriter implements RecordWriter {
  private final OutputStream stream;
  private final String name;
  private final EdiOptions options;
  private final EdiTarget target;
  private @Nullable Open open;
  private long records;

  /** What the first record has settled. */
  private record Open(
      EdiTarget.Layout layout,
      EnvelopeWriter envelope,
      MessageWriter messages,
      @Nullable WrittenCheck check,
      TextPage page) {}

  EdiWriter(OutputStream stream, PayloadSpec spec, EdiOptions options) throws FormatException {
    this.stream = stream;
    this.name = spec.name();
    this.options = options;
    this.target = new EdiTarget(spec, options);
  }

  /** Writes the whole message or, where that cannot be, nothing of it. */
  @Override
  public void write(Object value) throws IOException {
    records++;
    try {
      if (!(value instanceof Obj record)) {
        throw new UnfitException("is no object, and a message is one of segments and loops");
      }
      write(record);
    } catch (UnfitException e) {
      throw new UnwritableRecordException(
          "Record " + records + " of " + name + " " + e.getMessage() + ".");
    }
  }

  private void write(Obj record) throws IOException, UnfitException {
    Open known = open == null ? begin(record) : open;
    StringBuilder body = new StringBuilder();
    int count = known.messages().append(body, record);
    EnvelopeWriter.Step step = known.envelope().step(record, body, count);
    allowed(known, step.before());
    allowed(known, step.text());
    TextPage page = known.page();
    int from = page.length();
    page.append(step.before());
    page.append(step.text());
    try {
      encodable(known, from);
      if (known.check() != null) {
        known.check().check(step.groupHeader(), step.text());
      }
    } catch (UnfitException e) {
      page.cut(from);
      throw e;
    }
    open = known;
    known.envelope().accept();
    page.handOnFull();
  }

  private Open begin(Obj record) throws UnfitException {
    EdiTarget.Layout layout = target.layout(record);
    SegmentWriter segments = new SegmentWriter(layout.delimiters(), options.lineEnd());
    EnvelopeWriter envelope =
        new EnvelopeWriter(layout.standard(), layout.values(), segments, layout.headers(), record);
    EdiGrammar grammar = target.grammar();
    return new Open(
        layout,
        envelope,
        new MessageWriter(grammar, layout.standard(), segments),
        grammar == null || grammar.schema() == null
            ? null
            : new WrittenCheck(
                name,
                target.checkOptions(),
                grammar,
                envelope.interchangeHeader(),
                layout.standard().message() + layout.delimiters().element()),
        new TextPage(stream, layout.encoding()));
  }

  private static void allowed(Open known, String text) throws UnfitException {
    int lacking = EdiEncodings.lacking(known.layout().repertoire(), text);
    if (lacking >= 0 && !isLineEnd(lacking)) {
      throw new UnfitException(
          "has the character “"
              + Character.toString(lacking)
              + "”, which is not in the character set "
              + known.layout().repertoire()
              + "; choose another one in envelope.syntax, such as UNOC:3, or replace it");
    }
  }

  private static void encodable(Open known, int from) throws UnfitException {
    if (!known.page().canEncodeFrom(from)) {
      throw new UnfitException(
          "has a character that "
              + known.layout().encoding().name()
              + " cannot write; choose another encoding, such as UTF-8, or replace it");
    }
  }

  private static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r';
  }

  @Override
  public void finish() throws IOException {
    Open known = open;
    if (known != null) {
      known.page().append(known.envelope().end());
      known.page().finish();
    } else {
      stream.flush();
    }
  }

  @Override
  public void close() throws IOException {
    Open known = open;
    if (known != null) {
      known.page().close();
    } else {
      stream.close();
    }
  }
}
