package fieldloom;

import fieldloom.app.App;

/** Starts Fieldloom: the designer or a command. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // The toolkit may have left threads that would keep the process alive.
    System.exit(App.run(args));
  }
}
