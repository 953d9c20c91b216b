/**
 * The canvas: two trees with the links between them. What is drawn is computed without a toolkit
 * ({@code FrameBuilder}); the views paint it and turn gestures into edits. The shell puts the parts
 * together:
 *
 * <pre>{@code
 * var source = new SchemaTreeViewModel(session, Side.SOURCE);
 * var target = new SchemaTreeViewModel(session, Side.TARGET);
 * var canvas = new CanvasView(
 *     new CanvasViewModel(session, source, target),
 *     new SchemaTreeView(source), new SchemaTreeView(target), new OverviewPlace(settings));
 * }</pre>
 */
@NullMarked
package fieldloom.ui.canvas;

import org.jspecify.annotations.NullMarked;
