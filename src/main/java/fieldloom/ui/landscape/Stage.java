package fieldloom.ui.landscape;

/** How far the landscape of a workspace is. */
public enum Stage {
  /** It has not been read yet. */
  LOADING,
  /** The workspace has none. */
  NONE,
  /** The one that comes with the program is being laid out. */
  LAYING_OUT,
  SHOWN,
  /** It cannot be read; nothing is written over it. */
  UNREADABLE
}
