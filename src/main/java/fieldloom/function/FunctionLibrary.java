package fieldloom.function;

import fieldloom.function.aggregates.AggregateFunctions;
import fieldloom.function.code.CodeFunctions;
import fieldloom.function.collections.CollectionFunctions;
import fieldloom.function.conversion.ConversionFunctions;
import fieldloom.function.date.DateFunctions;
import fieldloom.function.generate.GenerateFunctions;
import fieldloom.function.logic.LogicFunctions;
import fieldloom.function.lookup.LookupFunctions;
import fieldloom.function.number.NumberFunctions;
import fieldloom.function.text.TextFunctions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The functions that formulas may call. Immutable and thread-safe. */
public final class FunctionLibrary {
  private static final FunctionLibrary STANDARD =
      new FunctionLibrary(
          Stream.of(
                  TextFunctions.all(),
                  NumberFunctions.all(),
                  DateFunctions.all(),
                  LogicFunctions.all(),
                  ConversionFunctions.all(),
                  CollectionFunctions.all(),
                  AggregateFunctions.all(),
                  LookupFunctions.all(),
                  GenerateFunctions.all(),
                  CodeFunctions.all())
              .flatMap(Collection::stream)
              .toList());

  private final List<FunctionDef> functions;
  private final Map<String, FunctionDef> byName;

  private FunctionLibrary(List<FunctionDef> functions) {
    this.functions = functions;
    Map<String, FunctionDef> names = new LinkedHashMap<>();
    functions.forEach(f -> names.put(f.name(), f));
    this.byName = names;
  }

  /** The library that ships with Fieldloom. */
  public static FunctionLibrary standard() {
    return STANDARD;
  }

  /** A library of nothing but these functions. */
  public static FunctionLibrary of(List<FunctionDef> functions) {
    return new FunctionLibrary(List.copyOf(functions));
  }

  /** The function of that name, which is upper case. */
  public Optional<FunctionDef> find(String upperName) {
    return Optional.ofNullable(byName.get(upperName));
  }

  /** All functions, group by group in the palette's order. */
  public List<FunctionDef> all() {
    return functions;
  }

  /**
   * Names of the functions whose name, or a name they have in another tool, is nearest to what was
   * written; nearest first, nothing that is far off.
   *
   * @param own names of functions that are not of the library
   */
  public List<String> nearest(String name, Collection<String> own, int max) {
    List<Candidate> near = new ArrayList<>();
    String wanted = NameDistance.normal(name);
    int farthest = Math.max(1, wanted.length() / 3);
    for (String other : own) {
      int distance = NameDistance.between(wanted, NameDistance.normal(other));
      if (distance <= farthest) {
        near.add(new Candidate(other, distance));
      }
    }
    for (FunctionDef f : functions) {
      int distance = NameDistance.between(wanted, NameDistance.normal(f.name()));
      for (String alias : f.aliases()) {
        distance = Math.min(distance, NameDistance.between(wanted, NameDistance.normal(alias)));
      }
      if (distance <= farthest) {
        near.add(new Candidate(f.name(), distance));
      }
    }
    return near.stream().sorted().limit(max).map(Candidate::name).toList();
  }

  private record Candidate(String name, int distance) implements Comparable<Candidate> {
    @Override
    public int compareTo(Candidate other) {
      int byDistance = Integer.compare(distance, other.distance);
      return byDistance != 0 ? byDistance : name.compareTo(other.name);
    }
  }
}
