package fieldloom.ui.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fieldloom.landscape.BusinessSystem;
import fieldloom.landscape.Flow;
import fieldloom.landscape.Landscape;
import fieldloom.landscape.Words;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LandscapeEditsTest extends LandscapeFixture {
  private static final Pair SALES = new Pair("crm", "erp");
  private static final Picked ERP = new Picked.OfSystem("erp");

  @Test
  void everyEditIsSavedAndCanBeTakenBack() throws Exception {
    shown(Landscapes.small());
    BusinessSystem mes = Landscapes.system("mes", "MES", "Shop floor", "制造执行", false, 0, 0);
    model.edits().add(mes);
    assertThat(model.selection().picked()).isEqualTo(new Picked.OfSystem("mes"));
    saved();
    assertThat(stored().system("mes")).isPresent();
    assertThat(model.undoLabelProperty().get()).isEqualTo("Add MES");
    assertThat(model.undo()).isEqualTo("Add MES");
    assertThat(model.selection().picked()).isEqualTo(Picked.NOTHING);
    saved();
    assertThat(stored()).isEqualTo(Landscapes.small());
    model.redo();
    saved();
    assertThat(stored().system("mes")).isPresent();
  }

  @Test
  void aNewSystemStandsWhereThereIsRoom() throws Exception {
    shown(Landscapes.small());
    model.edits().setCentre(540, 300);
    model.edits().add(Landscapes.system("mes", "MES", "", "", false, 0, 0));
    Map<String, Box> systems = model.picture().layout().systems();
    Box mes = systems.get("mes");
    assertThat(mes).isNotNull();
    assertThat(systems.values().stream().filter(box -> box != mes))
        .noneMatch(box -> box.meets(mes, 8));
  }

  @Test
  void onlyOneSystemIsCentral() throws Exception {
    shown(Landscapes.small());
    model.edits().change(Landscapes.system("crm", "CRM", "", "", true, 100, 300));
    assertThat(model.landscape().systems().stream().filter(BusinessSystem::central))
        .extracting(BusinessSystem::id)
        .containsExactly("crm");
  }

  @Test
  void aFlowIsAddedShownAndRemovedAgain() throws Exception {
    shown(Landscapes.small());
    Flow delivery = Landscapes.flow("delivery", "wms", "crm", "Delivery", "发货", null, null);
    model.edits().add(delivery);
    assertThat(model.selection().picked()).isEqualTo(new Picked.OfEdge(new Pair("crm", "wms")));
    assertThat(model.selection().flow()).isEqualTo(delivery);
    model.edits().remove(delivery);
    assertThat(model.selection().picked()).isEqualTo(Picked.NOTHING);
    assertThat(model.selection().flow()).isNull();
    saved();
    assertThat(stored()).isEqualTo(Landscapes.small());
  }

  @Test
  void aSystemGoesWithItsFlows() throws Exception {
    shown(Landscapes.small());
    model.selection().pick(ERP);
    model.edits().remove(model.landscape().system("erp").orElseThrow());
    assertThat(model.landscape().flows()).isEmpty();
    assertThat(model.selection().picked()).isEqualTo(Picked.NOTHING);
    model.undo();
    assertThat(model.landscape()).isEqualTo(Landscapes.small());
  }

  @Test
  void aSentenceIsSaidAboutTwoSystems() throws Exception {
    shown(Landscapes.small());
    model.edits().say(SALES, new Words("Both sell.", "一起销售。"));
    assertThat(model.picture().edges().get(SALES).sentence().english()).isEqualTo("Both sell.");
    model.edits().say(SALES, Words.NONE);
    assertThat(model.landscape().relations()).isEmpty();
  }

  @Test
  void aDragMovesOnTheGridAndIsOneStep() throws Exception {
    shown(Landscapes.small());
    model.drag("wms", 991, 333);
    assertThat(model.picture().layout().systems().get("wms").centreX()).isEqualTo(992);
    model.drag("wms", 1002, 345);
    assertThat(model.landscape()).isEqualTo(Landscapes.small());
    model.drop();
    assertThat(model.landscape()).isEqualTo(Landscapes.small().moved("wms", 1000, 344));
    assertThat(model.undo()).isEqualTo("Move WMS");
    assertThat(model.landscape()).isEqualTo(Landscapes.small());
  }

  @Test
  void aDragThatIsGivenUpLeavesEverythingWhereItWas() throws Exception {
    shown(Landscapes.small());
    LandscapeLayout before = model.picture().layout();
    model.drag("wms", 1200, 700);
    model.cancelDrag();
    assertThat(model.picture().layout()).isEqualTo(before);
    assertThat(model.undoLabelProperty().get()).isNull();
  }

  @Test
  void stepsByKeyOneBehindTheOtherAreUndoneTogether() throws Exception {
    shown(Landscapes.small());
    model.selection().pick(ERP);
    model.edits().nudge("erp", 8, 0);
    model.edits().nudge("erp", 8, 0);
    model.edits().nudge("erp", 0, 8);
    assertThat(model.landscape().system("erp").orElseThrow().y()).isEqualTo(312);
    model.undo();
    assertThat(model.landscape()).isEqualTo(Landscapes.small());
    assertThat(model.undoLabelProperty().get()).isNull();
  }

  @Test
  void tidyIsOneStepThatCanBeTakenBack() throws Exception {
    shown(Landscapes.small().moved("wms", 600, 900).moved("crm", 530, 400));
    Landscape before = model.landscape();
    model.edits().tidy();
    assertThat(model.landscape()).isNotEqualTo(before);
    assertThat(model.undo()).isEqualTo("Tidy");
    assertThat(model.landscape()).isEqualTo(before);
  }

  @Test
  void aSaveThatFailsIsToldAndTriedAgain() throws Exception {
    shown(Landscapes.small());
    full = true;
    model.edits().nudge("erp", 8, 0);
    pump.until(() -> !model.unsavedProperty().get().isEmpty());
    assertThat(model.unsavedProperty().get()).isEqualTo("The disk is full.");
    String[] told = {""};
    model.flush(() -> told[0] = "saved", sentence -> told[0] = sentence);
    assertThat(told[0]).isEqualTo("The disk is full.");
    model.refresh();
    full = false;
    model.retrySave();
    pump.until(() -> model.unsavedProperty().get().isEmpty());
    assertThat(stored().system("erp").orElseThrow().x()).isEqualTo(548, within(4.0));
    assertThat(model.landscape()).isEqualTo(stored());
  }

  @Test
  void aReadingThatIsOlderThanAnEditDoesNotTakeItBack() throws Exception {
    shown(Landscapes.small());
    model.refresh();
    model.edits().nudge("erp", 80, 0);
    Landscape edited = model.landscape();
    saved();
    assertThat(model.landscape()).isEqualTo(edited);
  }
}
