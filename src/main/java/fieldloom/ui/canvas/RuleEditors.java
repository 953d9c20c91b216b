package fieldloom.ui.canvas;

import fieldloom.model.Rule;

/** The editors of what a rule is made of, which other features have. */
public interface RuleEditors {

  /** Edits a loop. */
  void loop(Rule loop);

  /** Edits a lookup table. */
  void table(String name);

  /** Makes a rule's formula a function of the mapping's own, which the rule then calls. */
  void function(Rule rule);

  /** Offers what mends the selected field or rule. */
  void fixes();

  /** None: nothing opens. */
  static RuleEditors none() {
    return new RuleEditors() {
      @Override
      public void loop(Rule loop) {
        // Nothing opens.
      }

      @Override
      public void table(String name) {
        // Nothing opens.
      }

      @Override
      public void fixes() {
        // Nothing opens.
      }

      @Override
      public void function(Rule rule) {
        // Nothing opens.
      }
    };
  }
}
