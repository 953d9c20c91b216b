package fieldloom.schema.protobuf;

import com.squareup.wire.schema.Field;
import com.squareup.wire.schema.internal.parser.EnumElement;
import com.squareup.wire.schema.internal.parser.FieldElement;
import com.squareup.wire.schema.internal.parser.GroupElement;
import com.squareup.wire.schema.internal.parser.MessageElement;
import com.squareup.wire.schema.internal.parser.OneOfElement;
import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import com.squareup.wire.schema.internal.parser.TypeElement;
import fieldloom.schema.Readings;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The types of a file and its imports, all checked: what is made of them later cannot fail. */
final class ProtoTypes {
  private final Map<String, ProtoType> all = new LinkedHashMap<>();
  private final List<ProtoType.Message> own = new ArrayList<>();
  private final List<ProtoType.Message> top = new ArrayList<>();
  private final String label;

  private ProtoTypes(String label) {
    this.label = label;
  }

  static ProtoTypes read(SchemaFile file, Consumer<String> notes) throws SchemaException {
    ProtoTypes types = new ProtoTypes(file.label());
    ProtoFiles files = ProtoFiles.read(file, notes);
    ProtoFileElement main = files.all().getFirst();
    for (ProtoFileElement one : files.all()) {
      String scope = one.getPackageName() == null ? "" : one.getPackageName();
      one.getTypes().forEach(type -> types.add(type, scope, one == main, one == main));
    }
    types.check(files.firstMissing());
    return types;
  }

  private void add(TypeElement type, String scope, boolean isOwn, boolean isTop) {
    Readings.checkWanted();
    String name = scope.isEmpty() ? type.getName() : scope + "." + type.getName();
    switch (type) {
      case MessageElement message -> {
        List<ProtoType.Field> fields = fields(message, name);
        ProtoType.Message made =
            new ProtoType.Message(name, message.getDocumentation(), List.copyOf(fields));
        all.putIfAbsent(name, made);
        if (isOwn) {
          own.add(made);
        }
        if (isTop) {
          top.add(made);
        }
      }
      case EnumElement values ->
          all.putIfAbsent(
              name,
              new ProtoType.Enumeration(
                  name,
                  values.getDocumentation(),
                  values.getConstants().stream().map(constant -> constant.getName()).toList()));
      default -> throw new IllegalStateException("a type of a new kind: " + type.getClass());
    }
    type.getNestedTypes().forEach(nested -> add(nested, name, isOwn, false));
  }

  /** The fields in their order, those of each {@code oneof} among them. */
  private List<ProtoType.Field> fields(MessageElement message, String scope) {
    List<ProtoType.Field> fields = new ArrayList<>();
    message.getFields().forEach(field -> fields.add(field(field)));
    message.getGroups().forEach(group -> fields.add(group(group, scope)));
    for (OneOfElement choice : message.getOneOfs()) {
      choice.getFields().forEach(field -> fields.add(field(field)));
      choice.getGroups().forEach(group -> fields.add(group(group, scope)));
    }
    fields.sort(
        Comparator.comparingInt(ProtoType.Field::line).thenComparingInt(ProtoType.Field::column));
    return fields;
  }

  private static ProtoType.Field field(FieldElement field) {
    return new ProtoType.Field(
        field.getName(),
        label(field.getLabel()),
        field.getType(),
        field.getDocumentation(),
        field.getDefaultValue(),
        field.getLocation().getLine(),
        field.getLocation().getColumn());
  }

  /** A group is a message and its field in one; the field has the name in small letters. */
  private ProtoType.Field group(GroupElement group, String scope) {
    String name = scope + "." + group.getName();
    List<ProtoType.Field> fields = group.getFields().stream().map(ProtoTypes::field).toList();
    all.putIfAbsent(name, new ProtoType.Message(name, group.getDocumentation(), fields));
    return new ProtoType.Field(
        group.getName().toLowerCase(Locale.ROOT),
        label(group.getLabel()),
        "." + name,
        group.getDocumentation(),
        null,
        group.getLocation().getLine(),
        group.getLocation().getColumn());
  }

  private static ProtoType.Label label(Field.@Nullable Label label) {
    if (label == Field.Label.REPEATED) {
      return ProtoType.Label.REPEATED;
    }
    return label == Field.Label.REQUIRED ? ProtoType.Label.REQUIRED : ProtoType.Label.OPTIONAL;
  }

  private void check(@Nullable String missing) throws SchemaException {
    for (ProtoType type : all.values()) {
      if (type instanceof ProtoType.Message message) {
        for (ProtoType.Field field : message.fields()) {
          check(message, field, missing);
        }
      }
    }
  }

  private void check(ProtoType.Message message, ProtoType.Field field, @Nullable String missing)
      throws SchemaException {
    boolean known =
        field.isMap()
            || ProtoScalars.isKnown(field.type())
            || ProtoScalars.isForeign(field.type())
            || find(field.type(), message.fullName()) != null;
    if (!known) {
      throw new SchemaException(
          missing != null
              ? missing
              : "The Protobuf schema "
                  + label
                  + " gives the field “"
                  + field.name()
                  + "” of "
                  + message.fullName()
                  + " the type “"
                  + field.type()
                  + "” (line "
                  + field.line()
                  + "), which neither it nor what it imports defines; define or import it.");
    }
  }

  /**
   * The type that a name means.
   *
   * @param scope full name of the message in which it stands
   * @return null where there is none
   */
  @Nullable ProtoType find(String name, String scope) {
    if (name.startsWith(".")) {
      return all.get(name.substring(1));
    }
    String around = scope;
    while (!around.isEmpty()) {
      ProtoType found = all.get(around + "." + name);
      if (found != null) {
        return found;
      }
      int dot = around.lastIndexOf('.');
      around = dot < 0 ? "" : around.substring(0, dot);
    }
    return all.get(name);
  }

  /** The names by which the messages of the file itself are chosen. */
  List<String> roots() {
    List<String> names = new ArrayList<>();
    own.forEach(message -> names.add(message.fullName()));
    for (ProtoType.Message message : own) {
      if (!names.contains(message.name())) {
        names.add(message.name());
      }
    }
    return names;
  }

  /**
   * The message that is the record.
   *
   * @param wanted its full name or the end of it; null where the file is to say
   */
  ProtoType.Message root(@Nullable String wanted) throws SchemaException {
    if (wanted != null) {
      return named(wanted);
    }
    if (top.isEmpty()) {
      throw new SchemaException(
          "The Protobuf schema " + label + " has no message; give one that has.");
    }
    if (top.size() == 1) {
      return top.getFirst();
    }
    Set<String> used = used();
    for (ProtoType.Message message : top) {
      if (!used.contains(message.fullName())) {
        return message;
      }
    }
    throw new SchemaException(
        "Each message of the Protobuf schema "
            + label
            + " is used by another; choose the record with the option root, one of "
            + names()
            + ".");
  }

  private ProtoType.Message named(String wanted) throws SchemaException {
    for (ProtoType type : all.values()) {
      boolean end = type.fullName().endsWith("." + wanted);
      if (type instanceof ProtoType.Message message && (message.fullName().equals(wanted) || end)) {
        return message;
      }
    }
    throw new SchemaException(
        "The Protobuf schema "
            + label
            + " has no message “"
            + wanted
            + "”; name one of "
            + names()
            + ".");
  }

  /** Messages that another message of the file has a field of. */
  private Set<String> used() {
    Set<String> used = new HashSet<>();
    for (ProtoType.Message message : own) {
      for (ProtoType.Field field : message.fields()) {
        String type = field.isMap() ? ProtoScalars.mapValue(field.type()) : field.type();
        ProtoType found = find(type, message.fullName());
        boolean inside =
            found != null && (message.fullName() + ".").startsWith(found.fullName() + ".");
        if (found != null && !inside) {
          used.add(found.fullName());
        }
      }
    }
    return used;
  }

  private String names() {
    return String.join(", ", own.stream().map(ProtoType.Message::fullName).limit(20).toList());
  }
}
