package fieldloom.schema;

import fieldloom.model.SchemaTree;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Opens large schemas in a process of its own, and says how long each took. */
final class XsdOpening {
  private XsdOpening() {}

  public static void main(String[] args) throws SchemaException, IOException {
    StringBuilder out = new StringBuilder();
    out.append(open(PublicXsdTest.UBL, "maindoc/UBL-Invoice-2.1.xsd", "Invoice", 2_000));
    out.append(open(PublicXsdTest.FHIR, "fhir-all.xsd", "Bundle", 5_000));
    out.append(open(PublicXsdTest.FHIR, "fhir-single.xsd", "Patient", 5_000));
    System.out.print(out);
  }

  private static String open(String where, String file, String root, long barMs)
      throws SchemaException, IOException {
    // Of this thread alone: others may be at work on the machine of the tests.
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    SchemaTree tree = PublicXsdTest.read(where, file, root);
    int fields = tree.root().children().size();
    long tookMs = (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
    String verdict = tookMs <= barMs ? "in time" : "too late";
    return "%s: %d fields in %d ms, %s%n".formatted(file, fields, tookMs, verdict);
  }
}
