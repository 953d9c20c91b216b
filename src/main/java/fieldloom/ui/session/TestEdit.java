package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.model.Mapping.TestCase;
import java.util.ArrayList;
import java.util.List;

/** Edits of the test cases that are kept with a mapping. */
public sealed interface TestEdit extends Edit {

  /** A case more; nothing happens where its name is taken. */
  record Add(TestCase test) implements TestEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      if (indexOf(mapping, test.name()) >= 0) {
        return mapping;
      }
      List<TestCase> tests = new ArrayList<>(mapping.tests());
      tests.add(test);
      return mapping.withTests(tests);
    }

    @Override
    public String label() {
      return Words.get("edit.test.add", test.name());
    }
  }

  /** Other wanted files for the case of that name, as what came is accepted. */
  record Accept(TestCase test) implements TestEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return replaced(mapping, test.name(), test);
    }

    @Override
    public String label() {
      return Words.get("edit.test.accept", test.name());
    }
  }

  /**
   * A field may have any value in a case.
   *
   * @param name of the case
   * @param field as rules name it: {@code FEntity[].FEntryID}
   * @param on whether it is ignored from now on, else compared
   */
  record Ignore(String name, String field, boolean on) implements TestEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      int at = indexOf(mapping, name);
      if (at < 0 || mapping.tests().get(at).ignore().contains(field) == on) {
        return mapping;
      }
      TestCase test = mapping.tests().get(at);
      List<String> fields = new ArrayList<>(test.ignore());
      if (on) {
        fields.add(field);
      } else {
        fields.remove(field);
      }
      return replaced(mapping, name, test.withIgnore(fields));
    }

    @Override
    public String label() {
      return Words.get(on ? "edit.test.ignore" : "edit.test.compare", field, name);
    }
  }

  /** Another name for a case; nothing where that is empty or taken. */
  record Rename(String from, String to) implements TestEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      int at = indexOf(mapping, from);
      return at < 0 || to.isBlank() || indexOf(mapping, to) >= 0
          ? mapping
          : replaced(mapping, from, mapping.tests().get(at).withName(to));
    }

    @Override
    public String label() {
      return Words.get("edit.rename", from, to);
    }
  }

  /** A case goes; its files stay in the workspace. */
  record Delete(String name) implements TestEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      int at = indexOf(mapping, name);
      if (at < 0) {
        return mapping;
      }
      List<TestCase> tests = new ArrayList<>(mapping.tests());
      tests.remove(at);
      return mapping.withTests(tests);
    }

    @Override
    public String label() {
      return Words.get("edit.test.delete", name);
    }
  }

  private static Mapping replaced(Mapping mapping, String name, TestCase test) {
    int at = indexOf(mapping, name);
    if (at < 0) {
      return mapping;
    }
    List<TestCase> tests = new ArrayList<>(mapping.tests());
    tests.set(at, test);
    return mapping.withTests(tests);
  }

  private static int indexOf(Mapping mapping, String name) {
    for (int i = 0; i < mapping.tests().size(); i++) {
      if (mapping.tests().get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
