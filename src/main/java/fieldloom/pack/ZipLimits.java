package fieldloom.pack;

/**
 * How much a package may hold; sizes in bytes, counted on what is really unpacked.
 *
 * @param ratio how many times larger than its packed form a part may be
 * @param ratioFloor up to which size the ratio does not matter
 */
record ZipLimits(int entries, long entrySize, long totalSize, int ratio, long ratioFloor) {
  private static final long MEGABYTE = 1024L * 1024;

  static final ZipLimits DEFAULT =
      new ZipLimits(10_000, 100 * MEGABYTE, 500 * MEGABYTE, 100, MEGABYTE);

  static String megabytes(long size) {
    return size % MEGABYTE == 0 ? size / MEGABYTE + " MB" : size + " bytes";
  }
}
