package fieldloom.ui.canvas;

/** What stands on the canvas and minds its own presses and keys. */
interface Floating {}
