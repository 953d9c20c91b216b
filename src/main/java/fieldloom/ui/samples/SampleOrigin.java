package fieldloom.ui.samples;

import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.feather.Feather;

/**
 * A further way by which samples come, beside those that the dialog has itself: a button in it.
 *
 * @param name what stands on the button
 * @param open closes nothing and opens what makes the sample; it puts it on the shelf by itself
 */
public record SampleOrigin(ObservableValue<String> name, Feather icon, Runnable open) {}
