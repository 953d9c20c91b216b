/** What every view is made of: theme, fonts, icons, texts, background work, dialogs, toasts. */
@NullMarked
package fieldloom.ui.kit;

import org.jspecify.annotations.NullMarked;
