package fieldloom.ui.kit;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * The words of one package, from {@code texts.properties} (English) and {@code texts_zh.properties}
 * (Chinese) beside its classes. What is bound follows the language while the window is open.
 *
 * <pre>{@code
 * private static final Texts TEXTS = Texts.of(JobsView.class);
 * button.textProperty().bind(TEXTS.bind("close"));
 * }</pre>
 */
public final class Texts {
  private static final ObjectProperty<Language> LANGUAGE =
      new SimpleObjectProperty<>(Language.ENGLISH);

  private final Map<Language, ResourceBundle> bundles = new EnumMap<>(Language.class);

  private Texts(Class<?> beside) {
    String base = beside.getPackageName() + ".texts";
    ResourceBundle.Control noFallback =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    for (Language language : Language.values()) {
      bundles.put(
          language,
          ResourceBundle.getBundle(base, language.locale(), beside.getClassLoader(), noFallback));
    }
  }

  /** The words that lie beside a class. */
  public static Texts of(Class<?> beside) {
    return new Texts(beside);
  }

  /** The language of the window; the one of the whole program. */
  public static ObjectProperty<Language> languageProperty() {
    return LANGUAGE;
  }

  public static Language language() {
    return LANGUAGE.get();
  }

  /**
   * Acts whenever another language is chosen, for as long as its owner is there: the language is of
   * the whole program and would otherwise keep each view of a mapping that is long closed.
   *
   * @param act must not hold the owner itself, as {@code View::show} does not
   */
  public static <O> void follow(O owner, Consumer<? super O> act) {
    Following.changes(LANGUAGE, owner, act);
  }

  /**
   * The words in the present language.
   *
   * @param arguments fill {@code {0}}, {@code {1}} …; without any the text is taken as it stands
   */
  public String get(String key, Object... arguments) {
    return in(language(), key, arguments);
  }

  /** The words in one language. */
  public String in(Language language, String key, Object... arguments) {
    ResourceBundle bundle = bundles.get(language);
    if (bundle == null) {
      throw new IllegalStateException("No words in " + language);
    }
    String text = bundle.getString(key);
    return arguments.length == 0
        ? text
        : new MessageFormat(text, language.locale()).format(arguments);
  }

  /** The words, following the language. */
  public StringBinding bind(String key, Object... arguments) {
    return Bindings.createStringBinding(() -> get(key, arguments), LANGUAGE);
  }

  /** The words with one changing part, following both. */
  public StringBinding bindTo(String key, ObservableValue<?> argument) {
    return Bindings.createStringBinding(
        () -> get(key, String.valueOf(argument.getValue())), LANGUAGE, argument);
  }
}
