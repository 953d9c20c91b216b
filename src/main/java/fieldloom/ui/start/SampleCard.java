package fieldloom.ui.start;

/**
 * A sample that comes with Fieldloom.
 *
 * @param id what the shell knows it by
 * @param about one line on what it shows
 * @param rules how many rules it has
 * @param tests how many test cases it has
 */
public record SampleCard(String id, String name, String about, int rules, int tests) {}
