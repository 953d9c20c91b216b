package fieldloom.ui.text;

/**
 * What a line shows beside its name.
 *
 * @param text the rule, or what is typed and not applied; "" where there is neither
 * @param more what else the rule has, to be read only; "" where it has nothing
 * @param draft whether the text is not applied
 * @param result what comes of it on the sample; "" where nothing does
 * @param stale whether that has not been of the newest mapping for a while
 * @param sentence what is wrong; "" where nothing is
 * @param error whether that is an error, not a warning
 * @param from char index in the text where it is wrong; -1 where that is no place in it
 * @param to behind it
 */
record Shown(
    String text,
    String more,
    boolean draft,
    String result,
    boolean stale,
    String sentence,
    boolean error,
    int from,
    int to) {}
