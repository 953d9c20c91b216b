package fieldloom.ui.landscape;

/** Which way a flow goes on the screen. */
enum Arrow {
  LEFT("←"),
  RIGHT("→"),
  UP("↑"),
  DOWN("↓");

  final String sign;

  Arrow(String sign) {
    this.sign = sign;
  }

  /** From one system to another. */
  static Arrow of(Box from, Box to) {
    double dx = to.centreX() - from.centreX();
    double dy = to.centreY() - from.centreY();
    if (Math.abs(dx) >= Math.abs(dy)) {
      return dx >= 0 ? RIGHT : LEFT;
    }
    return dy >= 0 ? DOWN : UP;
  }
}
