package fieldloom.app;

import fieldloom.model.Mapping;
import fieldloom.pack.MappingFile;
import fieldloom.pack.PackException;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.shell.Samples;
import fieldloom.ui.start.SampleCard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The mappings of the sample workspace, as the start screen offers them. */
final class CarriedSamples implements Samples {
  private static final Texts TEXTS = Texts.of(CarriedSamples.class);

  @Override
  public List<SampleCard> cards() {
    try {
      List<SampleCard> cards = new ArrayList<>();
      for (String file : Sample.files()) {
        if (Sample.isMapping(file)) {
          cards.add(card(file));
        }
      }
      return cards;
    } catch (IOException | PackException e) {
      throw new IllegalStateException("The samples that come with the program are damaged", e);
    }
  }

  private static SampleCard card(String file) throws IOException, PackException {
    Mapping mapping = MappingFile.read(Sample.content(file), file);
    return new SampleCard(
        file,
        mapping.name(),
        TEXTS.get("sample." + file),
        mapping.rules().size(),
        mapping.tests().size());
  }

  @Override
  public String layOut(SampleCard card, Store store, long workspace)
      throws IOException, StoreException {
    Sample.store(store, workspace);
    return card.id();
  }

  @Override
  public void layOutLandscape(Store store, long workspace) throws IOException, StoreException {
    CarriedLandscape.layOut(store, workspace);
  }

  @Override
  public void layOutTemplate(String folder, Store store, long workspace)
      throws IOException, StoreException {
    CarriedLandscape.layOutFlow(folder, store, workspace);
  }
}
