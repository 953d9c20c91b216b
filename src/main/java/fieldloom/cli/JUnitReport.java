package fieldloom.cli;

import fieldloom.pack.TestCases;
import fieldloom.payload.xml.XmlFactories;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Test results as continuous integration systems read them: the XML that JUnit writes, a suite for
 * each mapping. A field that differs is a failure, a case that cannot be compared an error.
 */
final class JUnitReport {
  private final List<Suite> suites = new ArrayList<>();

  private record Suite(String name, List<Case> cases) {
    long failures() {
      return cases.stream().filter(c -> c.result.failure() == null && !c.result.passed()).count();
    }

    long errors() {
      return cases.stream().filter(c -> c.result.failure() != null).count();
    }

    Duration took() {
      return cases.stream().map(Case::took).reduce(Duration.ZERO, Duration::plus);
    }
  }

  private record Case(TestCases.Result result, Duration took) {}

  /** Begins with the tests of a mapping. */
  void suite(String name) {
    suites.add(new Suite(name, new ArrayList<>()));
  }

  /** Adds a test of the mapping that was begun last. */
  void add(TestCases.Result result, Duration took) {
    suites.getLast().cases.add(new Case(result, took));
  }

  /** Writes the file, which is replaced where it is there. */
  void write(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      XMLStreamWriter xml = XmlFactories.writer(out);
      document(xml);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void document(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(xml, 0);
    xml.writeStartElement("testsuites");
    Suite all = new Suite("", suites.stream().flatMap(s -> s.cases.stream()).toList());
    counts(xml, all);
    for (Suite suite : suites) {
      line(xml, 1);
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", allowed(suite.name));
      counts(xml, suite);
      xml.writeAttribute("skipped", "0");
      for (Case each : suite.cases) {
        test(xml, suite, each);
      }
      line(xml, 1);
      xml.writeEndElement();
    }
    line(xml, 0);
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private static void counts(XMLStreamWriter xml, Suite suite) throws XMLStreamException {
    xml.writeAttribute("tests", String.valueOf(suite.cases.size()));
    xml.writeAttribute("failures", String.valueOf(suite.failures()));
    xml.writeAttribute("errors", String.valueOf(suite.errors()));
    xml.writeAttribute("time", seconds(suite.took()));
  }

  private static void test(XMLStreamWriter xml, Suite suite, Case each) throws XMLStreamException {
    TestCases.Result result = each.result;
    line(xml, 2);
    xml.writeStartElement("testcase");
    xml.writeAttribute("name", allowed(result.name()));
    xml.writeAttribute("classname", allowed(suite.name));
    xml.writeAttribute("time", seconds(each.took));
    if (!result.passed()) {
      line(xml, 3);
      String failure = result.failure();
      xml.writeStartElement(failure == null ? "failure" : "error");
      List<String> lines = TestWords.lines(result);
      xml.writeAttribute("message", allowed(failure == null ? TestWords.count(result) : failure));
      xml.writeAttribute("type", failure == null ? "difference" : "not-compared");
      xml.writeCharacters(allowed(String.join("\n", lines)));
      xml.writeEndElement();
      line(xml, 2);
    }
    xml.writeEndElement();
  }

  private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static String seconds(Duration took) {
    return BigDecimal.valueOf(took.toMillis())
        .movePointLeft(3)
        .setScale(3, RoundingMode.UNNECESSARY)
        .toPlainString();
  }

  /** The text without characters that no XML may hold, whatever a record has. */
  private static String allowed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(c -> isAllowed(c) ? c : 0xFFFD).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
