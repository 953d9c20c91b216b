package fieldloom.ui.schemas;

/** An offer: its title over its name; without a title the name alone. */
final class OfferCell extends TwoLineCell<Offer> {
  OfferCell() {
    super("fl-mono");
  }

  @Override
  String title(Offer offer) {
    return offer.title().isEmpty() ? offer.name() : offer.title();
  }

  @Override
  String about(Offer offer) {
    return offer.title().isEmpty() ? "" : offer.name();
  }
}
