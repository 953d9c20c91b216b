package fieldloom.ui.session;

/** What comes of dropping a source field on a target field. */
public sealed interface LinkPlan {
  /** It is done at once. */
  record Apply(Edit edit) implements LinkPlan {}

  /** It is asked first. */
  record Ask(EditChoice choice) implements LinkPlan {}

  /** It cannot be; one sentence says why. */
  record Refuse(String reason) implements LinkPlan {}
}
