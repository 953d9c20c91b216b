package fieldloom.payload.edi;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The segments that open loops in the usual messages of X12 and EDIFACT, for interchanges that
 * nothing else is known of.
 */
final class LoopOpeners {
  /** Segments that stand in the message itself again, behind its loops. */
  private static final Set<String> SUMMARY = Set.of("UNS", "CNT", "CTT", "TDS", "AK9");

  private static final Map<String, Opener> ALL = new HashMap<>();

  static {
    // Levels of consignments and hierarchies, around the lines.
    opener(1, "", "HL", "CPS", "CNI");
    // Lines, claims and what else a message is a list of.
    opener(
        2, "", "LIN", "PO1", "IT1", "LX", "BAX", "BLI", "ENT", "CLM", "AK2", "UCM", "GID", "EQD");
    // What is said of a message or of a line.
    opener(3, "", "SLN", "RMR");
    opener(3, "N2 N3 N4 NX2 REF PER SI", "N1");
    opener(3, "N2 N3 N4 REF PER PRV DMG", "NM1");
    opener(3, "LOC FII RFF CTA DOC", "NAD");
    opener(3, "CUR", "SAC");
    opener(3, "MSG DTM NTE", "N9");
    opener(3, "FST", "SDP");
    opener(3, "AK4", "AK3");
    opener(3, "MEA QTY PCI DTM GIN HAN TMP", "PAC");
    opener(3, "LOC DTM TSR RFF SEL", "TDT");
    opener(3, "LOC", "TOD");
    opener(3, "PCD DTM", "CUX");
    opener(3, "DTM PCD MOA PAI FII", "PAT");
    opener(3, "ALI DTM QTY PCD MOA RTE RNG", "ALC");
    opener(3, "MOA LOC", "TAX");
    opener(3, "APR RNG DTM", "PRI");
    opener(3, "FTX RFF QTY DTM", "SCC");
    opener(4, "COM", "CTA");
    opener(4, "DTM", "RFF");
    opener(4, "RFF DTM GIN", "PCI");
  }

  /**
   * A loop.
   *
   * @param rank it ends all open loops of its own rank or a greater one
   * @param members the segments it may hold, those that open loops in it among them; empty where
   *     that is any
   */
  record Opener(int rank, Set<String> members) {
    boolean holds(String tag) {
      return !SUMMARY.contains(tag) && (members.isEmpty() || members.contains(tag));
    }
  }

  private LoopOpeners() {}

  private static void opener(int rank, String members, String... tags) {
    Set<String> all = members.isEmpty() ? Set.of() : Set.of(members.split(" "));
    for (String tag : tags) {
      ALL.put(tag, new Opener(rank, all));
    }
  }

  /** The loop that a segment opens; null where it opens none. */
  static @Nullable Opener of(String tag) {
    return ALL.get(tag);
  }
}
