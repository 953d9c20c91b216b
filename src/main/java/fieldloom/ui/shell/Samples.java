package fieldloom.ui.shell;

import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.ui.start.SampleCard;
import java.io.IOException;
import java.util.List;

/** The samples that come with Fieldloom. A port: the composition root knows where they are. */
public interface Samples {

  /** What is offered on the start screen. */
  List<SampleCard> cards();

  /**
   * Puts a sample's documents into a workspace; those that are there stay as they are.
   *
   * @return path of its mapping
   */
  String layOut(SampleCard card, Store store, long workspace) throws IOException, StoreException;

  /**
   * Puts the landscape of the nine systems and the named integrations into a workspace, with the
   * mapping, samples and job of every flow; documents and jobs that are there stay as they are.
   */
  void layOutLandscape(Store store, long workspace) throws IOException, StoreException;

  /**
   * Puts one of the mappings that come with Fieldloom into a workspace, with its samples and job;
   * documents and jobs that are there stay as they are.
   *
   * @param folder the folder it lies in, here and there
   */
  void layOutTemplate(String folder, Store store, long workspace)
      throws IOException, StoreException;

  /** No samples. */
  static Samples none() {
    return new Samples() {
      @Override
      public List<SampleCard> cards() {
        return List.of();
      }

      @Override
      public String layOut(SampleCard card, Store store, long workspace) throws IOException {
        throw new IOException("There is no sample " + card.id() + " in this installation.");
      }

      @Override
      public void layOutLandscape(Store store, long workspace) throws IOException {
        throw new IOException("There is no landscape in this installation.");
      }

      @Override
      public void layOutTemplate(String folder, Store store, long workspace) throws IOException {
        throw new IOException("There is no template " + folder + " in this installation.");
      }
    };
  }
}
