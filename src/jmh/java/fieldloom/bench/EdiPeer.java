package fieldloom.bench;

import fieldloom.model.value.Obj;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIOutputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** StAEDI's reader and writer, over one interchange of EDIFACT orders. */
final class EdiPeer implements FormatCase.Peer {

  @Override
  public byte[] data(int records) {
    Random random = new Random(20261128);
    StringBuilder text =
        new StringBuilder("UNB+UNOY:4+4012345000016:14+6901234000018:14+20261128:0930+SO2026'\n");
    for (int i = 1; i <= records; i++) {
      int lines = 1 + random.nextInt(6);
      text.append("UNH+").append(i).append("+ORDERS:D:96A:UN:EAN008'\n");
      text.append("BGM+220+").append(100000 + i).append("+9'\nDTM+137:20261102:102'\n");
      text.append("DTM+2:20261130:102'\nRFF+CT:K-2026/").append(random.nextInt(100));
      text.append("'\nNAD+BY+4012345000016::9++Müller & Söhne GmbH'\nRFF+VA:DE123456789'\n");
      text.append("NAD+SU+6901234000018::9'\nCUX+2:EUR:9'\n");
      for (int line = 1; line <= lines; line++) {
        text.append("LIN+").append(line).append("++A100-").append(random.nextInt(1000));
        text.append(":SA'\nIMD+F++:::Wellendichtring ").append(random.nextInt(100));
        text.append("?'er'\nQTY+21:").append(1 + random.nextInt(500)).append(":PCE'\n");
        text.append("PRI+AAA:").append(random.nextInt(100_000) / 100.0).append("'\n");
      }
      text.append("UNS+S'\nCNT+2:").append(lines).append("'\nUNT+");
      text.append(12 + 4 * lines).append('+').append(i).append("'\n");
    }
    text.append("UNZ+").append(records).append("+SO2026'\n");
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String options() {
    return "{\"lineEnd\":\"\\n\"}";
  }

  @Override
  public long read(byte[] data) throws IOException {
    long seen = 0;
    boolean trailer = false;
    try (EDIStreamReader reader =
        EDIInputFactory.newFactory()
            .createEDIStreamReader(new ByteArrayInputStream(data), "UTF-8")) {
      while (reader.hasNext()) {
        EDIStreamEvent event = reader.next();
        if (event == EDIStreamEvent.START_SEGMENT) {
          String tag = reader.getText();
          trailer = tag.equals("UNT") || tag.equals("UNZ");
        } else if (event == EDIStreamEvent.ELEMENT_DATA) {
          int length = reader.getText().length();
          seen += trailer ? 0 : length;
        }
      }
    } catch (EDIStreamException e) {
      throw new IOException(e);
    }
    return seen;
  }

  @Override
  public long characters(List<Object> records) {
    // Each record has the header of the interchange, which stands there once.
    Object header = ((Obj) records.getFirst()).get("UNB");
    return Characters.ofValues(records) - (records.size() - 1) * Characters.ofValues(header);
  }

  @Override
  public void write(List<Object> records, OutputStream out) throws IOException {
    EDIOutputFactory factory = EDIOutputFactory.newFactory();
    factory.setProperty(EDIOutputFactory.PRETTY_PRINT, true);
    try (EDIStreamWriter writer = factory.createEDIStreamWriter(out, "UTF-8")) {
      writer.startInterchange();
      Obj first = (Obj) records.getFirst();
      segment(writer, "UNB", first.get("UNB"));
      for (Object record : records) {
        message(writer, (Obj) record);
      }
      Obj unb = (Obj) first.get("UNB");
      trailer(writer, "UNZ", records.size(), unb.get("UNB05"));
      writer.endInterchange();
      writer.flush();
    } catch (EDIStreamException e) {
      throw new IOException(e);
    }
  }

  private static void message(EDIStreamWriter writer, Obj record) throws EDIStreamException {
    int count = 2;
    segment(writer, "UNH", record.get("UNH"));
    for (Map.Entry<String, Object> field : record.fields().entrySet()) {
      if (!field.getKey().startsWith("UN") || field.getKey().equals("UNS")) {
        count += part(writer, field.getKey(), field.getValue());
      }
    }
    trailer(writer, "UNT", count, ((Obj) record.get("UNH")).get("UNH01"));
  }

  /** Writes the segments of a field and returns how many they are. */
  private static int part(EDIStreamWriter writer, String name, Object value)
      throws EDIStreamException {
    if (value instanceof List<?> list) {
      int count = 0;
      for (Object item : list) {
        count += part(writer, name, item);
      }
      return count;
    }
    if (!name.startsWith("Loop")) {
      segment(writer, name, value);
      return 1;
    }
    int count = 0;
    for (Map.Entry<String, Object> field : ((Obj) value).fields().entrySet()) {
      count += part(writer, field.getKey(), field.getValue());
    }
    return count;
  }

  private static void segment(EDIStreamWriter writer, String tag, Object value)
      throws EDIStreamException {
    writer.writeStartSegment(tag);
    int position = 1;
    for (Map.Entry<String, Object> element : ((Obj) value).fields().entrySet()) {
      for (; position < position(element.getKey()); position++) {
        writer.writeEmptyElement();
      }
      position++;
      if (element.getValue() instanceof Obj composite) {
        components(writer, composite);
      } else {
        writer.writeElement(element.getValue().toString());
      }
    }
    writer.writeEndSegment();
  }

  private static void components(EDIStreamWriter writer, Obj composite) throws EDIStreamException {
    writer.writeStartElement();
    int position = 1;
    for (Map.Entry<String, Object> component : composite.fields().entrySet()) {
      for (; position < position(component.getKey()); position++) {
        writer.writeEmptyComponent();
      }
      position++;
      writer.writeComponent(component.getValue().toString());
    }
    writer.endElement();
  }

  private static int position(String name) {
    int length = name.length();
    return (name.charAt(length - 2) - '0') * 10 + name.charAt(length - 1) - '0';
  }

  private static void trailer(EDIStreamWriter writer, String tag, int count, Object number)
      throws EDIStreamException {
    writer.writeStartSegment(tag);
    writer.writeElement(String.format(Locale.ROOT, "%d", count));
    writer.writeElement(number.toString());
    writer.writeEndSegment();
  }
}
