package fieldloom.schema.protobuf;

import com.squareup.wire.schema.internal.parser.ExtendElement;
import com.squareup.wire.schema.internal.parser.OptionElement;
import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import com.squareup.wire.schema.internal.parser.ServiceElement;
import com.squareup.wire.schema.internal.parser.TypeElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file that is parsed in parts, put together again. */
final class ProtoMerge {
  private final ProtoFileElement first;
  private final List<String> imports = new ArrayList<>();
  private final List<String> publicImports = new ArrayList<>();
  private final List<String> weakImports = new ArrayList<>();
  private final List<TypeElement> types = new ArrayList<>();
  private final List<ServiceElement> services = new ArrayList<>();
  private final List<ExtendElement> extendDeclarations = new ArrayList<>();
  private final List<OptionElement> options = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private @Nullable String packageName;

  /**
   * @param first the first part, with the file's syntax and package
   */
  ProtoMerge(ProtoFileElement first) {
    this.first = first;
    add(first);
  }

  /**
   * Adds a part.
   *
   * @return a type of it that a part before has already; null where there is none
   */
  @Nullable TypeElement add(ProtoFileElement part) {
    packageName = packageName == null ? part.getPackageName() : packageName;
    imports.addAll(part.getImports());
    publicImports.addAll(part.getPublicImports());
    weakImports.addAll(part.getWeakImports());
    services.addAll(part.getServices());
    extendDeclarations.addAll(part.getExtendDeclarations());
    options.addAll(part.getOptions());
    types.addAll(part.getTypes());
    return part.getTypes().stream()
        .filter(type -> !names.add(type.getName()))
        .findFirst()
        .orElse(null);
  }

  /** All parts. */
  ProtoFileElement merged() {
    return new ProtoFileElement(
        first.getLocation(),
        packageName,
        first.getSyntax(),
        imports,
        publicImports,
        weakImports,
        types,
        services,
        extendDeclarations,
        options);
  }
}
