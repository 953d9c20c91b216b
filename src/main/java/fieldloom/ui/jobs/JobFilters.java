package fieldloom.ui.jobs;

import fieldloom.store.Store.Run;
import fieldloom.store.Store.RunState;
import fieldloom.ui.kit.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Chips above the list that let through all jobs, running ones, or those with errors. */
final class JobFilters extends HBox {
  private enum Filter {
    ALL("filter.all", "accent"),
    RUNNING("filter.running", "accent"),
    ERRORS("filter.errors", "bad");

    private final String key;
    private final String tone;

    Filter(String key, String tone) {
      this.key = key;
      this.tone = tone;
    }
  }

  private final JobsViewModel model;
  private final Map<Filter, ToggleButton> chips = new EnumMap<>(Filter.class);
  private Filter chosen = Filter.ALL;

  JobFilters(JobsViewModel model, Runnable changed) {
    this.model = model;
    getStyleClass().add("fl-jobs-filters");
    ToggleGroup group = new ToggleGroup();
    for (Filter filter : Filter.values()) {
      ToggleButton chip = new ToggleButton();
      chip.getStyleClass().addAll("fl-filter-chip", filter.tone);
      chip.setToggleGroup(group);
      chip.setSelected(filter == chosen);
      chip.setOnAction(
          e -> {
            chosen = filter;
            chip.setSelected(true);
            changed.run();
          });
      chips.put(filter, chip);
      getChildren().add(chip);
    }
    model.entries().addListener((ListChangeListener<JobEntry>) change -> count());
    model.movesProperty().addListener((o, was, is) -> count());
    Texts.follow(this, JobFilters::count);
    count();
  }

  boolean lets(JobEntry entry) {
    return lets(chosen, entry);
  }

  private boolean lets(Filter filter, JobEntry entry) {
    return switch (filter) {
      case ALL -> true;
      case RUNNING -> model.activeOf(entry) != null;
      case ERRORS -> hasErrors(entry.last());
    };
  }

  private static boolean hasErrors(@Nullable Run run) {
    return run != null && (run.counts().failed() > 0 || run.state() == RunState.FAILED);
  }

  private void count() {
    chips.forEach(
        (filter, chip) -> {
          long n = model.entries().stream().filter(entry -> lets(filter, entry)).count();
          String text = RunWords.TEXTS.get(filter.key, String.valueOf(n));
          chip.setText(text);
          chip.setAccessibleText(text);
        });
  }
}
