package fieldloom.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Warnings that somebody has looked at and lets stand, each with the reason: the mapping's member
 * {@code accepted}. It means nothing to a run. One holds as long as what it was said of stays as it
 * is: another formula or condition brings the warning back.
 */
public final class Acceptances {
  /** The member of a mapping file that holds them. */
  public static final String MEMBER = "accepted";

  private Acceptances() {}

  /**
   * A warning that stands.
   *
   * @param code of the problem
   * @param at the place: {@code FEntity[].FQty}, {@code table customers}
   * @param of what gives the value there, as it was; "" where nothing does
   */
  public record Acceptance(String code, String at, String of, String reason) {
    private boolean isOf(Acceptance other) {
      return code.equals(other.code) && at.equals(other.at) && of.equals(other.of);
    }
  }

  /** All of them, also those of what has changed; what cannot be read is left out. */
  public static List<Acceptance> of(Mapping mapping) {
    List<Acceptance> all = new ArrayList<>();
    if (mapping.extras().members().get(MEMBER) instanceof ArrayNode entries) {
      for (JsonNode entry : entries) {
        Acceptance read =
            new Acceptance(
                entry.path("code").asText(),
                entry.path("at").asText(),
                entry.path("of").asText(),
                entry.path("reason").asText());
        if (!read.code().isEmpty() && !read.reason().isEmpty()) {
          all.add(read);
        }
      }
    }
    return all;
  }

  /** Why a problem of the mapping stands; null where it does not. Errors never do. */
  public static @Nullable String reason(Mapping mapping, Problem problem) {
    if (problem.isError() || !mapping.extras().members().containsKey(MEMBER)) {
      return null;
    }
    Acceptance wanted = of(mapping, problem, "");
    return of(mapping).stream()
        .filter(a -> a.isOf(wanted))
        .map(Acceptance::reason)
        .findFirst()
        .orElse(null);
  }

  /** The problems of a mapping that nobody has accepted, in their order. */
  public static List<Problem> open(Mapping mapping, List<Problem> problems) {
    return mapping.extras().members().containsKey(MEMBER)
        ? problems.stream().filter(p -> reason(mapping, p) == null).toList()
        : problems;
  }

  /**
   * The mapping with a warning accepted; another reason takes the place of the one before.
   *
   * @param reason "" takes the acceptance back
   */
  public static Mapping with(Mapping mapping, Problem problem, String reason) {
    if (problem.isError()) {
      return mapping;
    }
    Acceptance now = of(mapping, problem, reason.strip());
    List<Acceptance> all = new ArrayList<>(of(mapping));
    all.removeIf(a -> a.isOf(now) || isStale(mapping, a));
    if (!now.reason().isEmpty()) {
      all.add(now);
    }
    Map<String, JsonNode> members = new LinkedHashMap<>(mapping.extras().members());
    if (all.isEmpty()) {
      members.remove(MEMBER);
    } else {
      members.put(MEMBER, json(all));
    }
    return mapping.withExtras(members.isEmpty() ? Extras.NONE : new Extras(members));
  }

  private static ArrayNode json(List<Acceptance> all) {
    ArrayNode out = JsonNodeFactory.instance.arrayNode();
    for (Acceptance a : all) {
      ObjectNode entry = out.addObject().put("code", a.code()).put("at", a.at());
      if (!a.of().isEmpty()) {
        entry.put("of", a.of());
      }
      entry.put("reason", a.reason());
    }
    return out;
  }

  /** Whether what it was said of is not there any more. */
  private static boolean isStale(Mapping mapping, Acceptance acceptance) {
    return !acceptance.of().isEmpty()
        && mapping.rules().stream()
            .noneMatch(
                r -> place(mapping, r).equals(acceptance.at()) && text(r).equals(acceptance.of()))
        && !text(mapping, acceptance.at()).equals(acceptance.of());
  }

  private static Acceptance of(Mapping mapping, Problem problem, String reason) {
    int at = problem.place().ruleIndex();
    if (at >= 0 && at < mapping.rules().size()) {
      Rule rule = mapping.rules().get(at);
      return new Acceptance(problem.code(), place(mapping, rule), text(rule), reason);
    }
    String named = problem.place().target();
    return new Acceptance(problem.code(), named, text(mapping, named), reason);
  }

  private static String place(Mapping mapping, Rule rule) {
    return rule.target() == null || rule.target().equals(mapping.mainTarget().name())
        ? rule.to()
        : rule.target() + ": " + rule.to();
  }

  private static String text(Rule rule) {
    Each each = rule.each();
    StringBuilder out = new StringBuilder(Objects.requireNonNullElse(rule.expression(), ""));
    if (each != null) {
      out.append(out.isEmpty() ? "" : " ").append("each ").append(each.over());
      if (each.where() != null) {
        out.append(" where ").append(each.where());
      }
    }
    return rule.when() == null ? out.toString() : out + " when " + rule.when();
  }

  /** What a variable or a function computes; "" of other places. */
  private static String text(Mapping mapping, String place) {
    for (Mapping.Variable v : mapping.variables()) {
      if (place.equals("variable " + v.name())) {
        return v.formula();
      }
    }
    for (Mapping.OwnFunction f : mapping.functions()) {
      if (place.equals("function " + f.name())) {
        return f.formula();
      }
    }
    return "";
  }
}
