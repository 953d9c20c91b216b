package fieldloom.payload.xlsx;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** What parts refer to, by the ids they use. */
final class Relations {
  private Relations() {}

  /**
   * A part that is referred to.
   *
   * @param type a URI whose last part tells what it is
   */
  record Target(String type, String part) {
    boolean isOf(String kind) {
      return type.endsWith("/" + kind);
    }
  }

  /**
   * Reads what a part refers to; what lies outside the file is left out.
   *
   * @param part "" for the whole package
   */
  static Map<String, Target> of(Parts parts, String part) throws IOException {
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    Map<String, Target> targets = new LinkedHashMap<>();
    try (PartXml xml = PartXml.open(parts, folder + "_rels/" + part.substring(slash) + ".rels")) {
      while (xml.nextElement()) {
        String id = xml.attribute("Id");
        String type = xml.attribute("Type");
        String target = xml.attribute("Target");
        boolean outside = "External".equals(xml.attribute("TargetMode"));
        if (id != null && type != null && target != null && !outside) {
          targets.put(id, new Target(type, resolved(folder, target)));
        }
        if (targets.size() > XlsxLimits.LISTED) {
          throw new WorkbookFault("has more than " + XlsxLimits.LISTED + " references");
        }
      }
    }
    return targets;
  }

  private static String resolved(String folder, String target) {
    Deque<String> names = new ArrayDeque<>();
    for (String name : (target.startsWith("/") ? target : folder + target).split("/")) {
      if (name.equals("..")) {
        names.pollLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    return String.join("/", names);
  }
}
