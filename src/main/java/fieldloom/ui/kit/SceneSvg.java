package fieldloom.ui.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A scene as SVG: grounds, borders, lines and text as vectors, text as text. What is painted on a
 * {@link Canvas} is a picture in it, of twice the size. Shadows are left out. The scene must have
 * been laid out, and nothing in it be scaled or turned. Only on the FX thread.
 */
public final class SceneSvg {
  private static final double CANVAS_SCALE = 2;

  private final SvgText out = new SvgText();
  private int clips;

  private SceneSvg() {}

  /** The scene as it would be shown now. */
  public static String of(Scene scene) {
    SceneSvg svg = new SceneSvg();
    svg.out.begin(scene.getWidth(), scene.getHeight());
    if (scene.getFill() instanceof Color ground) {
      svg.out.rect(0, 0, scene.getWidth(), scene.getHeight(), ground);
    }
    svg.add(scene.getRoot());
    return svg.out.end();
  }

  private void add(Node node) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    if (!node.isVisible() || node.getOpacity() == 0 || bounds.isEmpty()) {
      return;
    }
    boolean clipped = node.getClip() instanceof Rectangle;
    if (clipped) {
      out.open("g clip-path=\"url(#" + clip((Rectangle) node.getClip(), node) + ")\"");
    }
    if (node.getOpacity() < 1) {
      out.open("g opacity=\"" + SvgText.number(node.getOpacity()) + "\"");
    }
    switch (node) {
      case Text text -> addText(text);
      case Shape shape -> new SvgShapes(out).add(shape);
      case Canvas canvas -> addCanvas(canvas, bounds);
      case Region region -> {
        new SvgRegions(out).add(region);
        addChildren(region);
      }
      case Parent parent -> addChildren(parent);
      default -> out.comment(node.getClass().getSimpleName());
    }
    if (node.getOpacity() < 1) {
      out.close("g");
    }
    if (clipped) {
      out.close("g");
    }
  }

  private void addChildren(Parent parent) {
    List<Node> children = parent.getChildrenUnmodifiable();
    children.stream()
        .sorted(Comparator.comparingDouble(Node::getViewOrder).reversed())
        .forEach(this::add);
  }

  private String clip(Rectangle clip, Node node) {
    String id = "c" + clips++;
    Point2D corner =
        node.localToScene(clip.getLayoutX() + clip.getX(), clip.getLayoutY() + clip.getY());
    out.open("clipPath id=\"" + id + "\"");
    out.rect(corner.getX(), corner.getY(), clip.getWidth(), clip.getHeight(), Color.BLACK);
    out.close("clipPath");
    return id;
  }

  /** Icons are letters of a font that nobody else has, so they become outlines. */
  private void addText(Text text) {
    if (text.getText().isEmpty() || !(text.getFill() instanceof Color fill)) {
      return;
    }
    if (text instanceof FontIcon) {
      new SvgShapes(out).addOutline(text, fill);
      return;
    }
    Bounds bounds = text.getLayoutBounds();
    Point2D baseline =
        text.localToScene(bounds.getMinX(), bounds.getMinY() + text.getBaselineOffset());
    out.text(
        text.getText(), baseline.getX(), baseline.getY(), bounds.getWidth(), text.getFont(), fill);
  }

  private void addCanvas(Canvas canvas, Bounds bounds) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT);
    parameters.setTransform(new Scale(CANVAS_SCALE, CANVAS_SCALE));
    WritableImage image = canvas.snapshot(parameters, null);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory", e);
    }
    out.image(
        bounds.getMinX(),
        bounds.getMinY(),
        bounds.getWidth(),
        bounds.getHeight(),
        Base64.getEncoder().encodeToString(png.toByteArray()));
  }
}
