package fieldloom.pack;

/**
 * One file of a zip as its directory describes it; the sizes are claims until it is unpacked.
 *
 * @param header where its local header begins
 * @param data where its packed bytes begin
 */
record ZipPart(
    String name,
    boolean deflated,
    long crc,
    int packedSize,
    int size,
    int header,
    int data,
    boolean described) {

  /** Where its packed bytes end. */
  int end() {
    return data + packedSize;
  }

  boolean isFolder() {
    return name.endsWith("/");
  }
}
