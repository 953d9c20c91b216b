package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.pack.MappingFile;
import fieldloom.ui.DesignerFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas chosen without a mouse, and read where text is larger than usual. */
class SchemaKeysStoryTest {
  private static final String CSV = "orderNo;city\nSO-1;Berlin\nSO-2;Köln\n";
  private static final String XSD =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:element name="order"><xs:complexType><xs:sequence>
          <xs:element name="no" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
        <xs:element name="invoice"><xs:complexType><xs:sequence>
          <xs:element name="total" type="xs:decimal"/></xs:sequence></xs:complexType></xs:element>
      </xs:schema>
      """;

  @TempDir private Path folder;

  private Path file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void aTableOfTextAndTheRootOfASchemaAreChosenByKeysAlone() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      designer.choosers.next(file("orders.csv", CSV)).next(file("bills.xsd", XSD));
      designer.robot.push(KeyCode.SHORTCUT, KeyCode.N);
      designer.find("Choose the source file");
      designer.robot.type(KeyCode.ENTER);
      designer.findContaining("CSV · 2 fields");
      // Past the catalog and the database to how the file is read.
      designer.robot.type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.ENTER);
      designer.find("What the source is: orders.csv");
      designer.find("Berlin");
      designer.robot.type(KeyCode.ENTER);
      designer.find("Create mapping");
      designer.tabTo("Choose the target file");
      designer.robot.type(KeyCode.ENTER);
      designer.find("What the target is: bills.xsd");
      designer.robot.write("inv", 0).type(KeyCode.DOWN);
      designer.findStarting("total, decimal");
      designer.robot.type(KeyCode.ENTER);
      designer.find("Create mapping");
      designer.robot.type(KeyCode.ENTER);
      designer.findStarting("city,");
      designer.findStarting("total,");
      String path = "orders-to-bills/orders-to-bills.flmap";
      Mapping mapping =
          MappingFile.read(
              designer.store.document(designer.workspace.id(), path).orElseThrow().content(), path);
      assertThat(mapping.driver().format()).isEqualTo("csv");
    }
  }

  @Test
  void noWordOfADialogIsCutWhereTextIsHalfAsLargeAgain() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      DesignerFixture.onFx(
          () -> {
            designer.scene().getRoot().setStyle("-fx-font-size: 19.5px");
            return true;
          });
      designer.choosers.next(file("orders.csv", CSV));
      designer.click("New mapping");
      designer.click("Choose the source file");
      designer.findContaining("CSV · 2 fields");
      assertThat(cut(dialog(designer))).isEmpty();
      designer.click("Change what is read of the source");
      designer.find("Berlin");
      assertThat(cut(dialog(designer))).isEmpty();
      TableView<?> rows = (TableView<?>) dialog(designer).lookup(".fl-pick-rows .table-view");
      assertThat(rows.getFixedCellSize()).isBetween(44.9, 45.1);
      assertThat(rows.getColumns().getFirst().getWidth()).isBetween(179.0, 181.0);
      assertThat(cut(designer.scene().getRoot().lookup(".fl-topbar"))).isEmpty();
    }
  }

  private static Node dialog(DesignerFixture designer) {
    return DesignerFixture.onFx(() -> designer.scene().getRoot().lookup(".fl-dialog"));
  }

  /** Words that a label shows shortened, or that are higher than their control. */
  private static List<String> cut(Node root) {
    return DesignerFixture.onFx(
        () -> {
          root.getScene().getRoot().applyCss();
          List<String> cut = new ArrayList<>();
          collectCut(root, cut);
          return cut;
        });
  }

  private static void collectCut(Node node, List<String> cut) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled
        && labeled.getText() != null
        && !labeled.getText().isEmpty()) {
      for (Node child : labeled.getChildrenUnmodifiable()) {
        if (child instanceof Text shown
            && shown.getStyleClass().contains("text")
            && (!shown.getText().equals(labeled.getText())
                || shown.getLayoutBounds().getHeight() > labeled.getHeight() + 1)) {
          cut.add(labeled.getText());
        }
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collectCut(child, cut));
    }
  }
}
