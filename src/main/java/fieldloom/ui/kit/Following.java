package fieldloom.ui.kit;

import java.lang.ref.WeakReference;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/**
 * Listening to what lives longer than the listener, such as the window or the program: a view that
 * is closed is let go of, without having to say so.
 */
public final class Following {
  private Following() {}

  /**
   * Acts whenever a value changes, for as long as the owner is there.
   *
   * @param act must not hold the owner itself, as {@code View::show} does not
   */
  public static <O, T> void changes(ObservableValue<T> value, O owner, Consumer<? super O> act) {
    WeakReference<O> followed = new WeakReference<>(owner);
    value.addListener(
        new ChangeListener<T>() {
          @Override
          public void changed(ObservableValue<? extends T> changed, T was, T now) {
            O there = followed.get();
            if (there == null) {
              changed.removeListener(this);
            } else {
              act.accept(there);
            }
          }
        });
  }
}
