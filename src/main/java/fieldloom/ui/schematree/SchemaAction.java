package fieldloom.ui.schematree;

import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.feather.Feather;

/**
 * A way to bring a schema, offered where a tree has none.
 *
 * @param words of its button: {@code Open a file}
 */
public record SchemaAction(ObservableValue<String> words, Feather icon, Runnable run) {}
