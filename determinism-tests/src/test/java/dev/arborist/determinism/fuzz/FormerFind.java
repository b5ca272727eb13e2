package dev.arborist.determinism.fuzz;

import dev.arborist.determinism.fuzz.FuzzCase.Start;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A case in which the product once was wrong. Whatever the fuzzing finds becomes one of them, as
 * small as it can be: its seed makes other cases when the grammar changes.
 *
 * @param what was wrong; it is wrong usage now, and refused
 * @param one the case
 */
record FormerFind(String what, FuzzCase one) {

  private static final String DEEP = "[".repeat(20_000);
  private static final String LONG = "{\"a\": " + "9".repeat(5_000) + "}";
  private static final String ESCAPE = "[[requirement]]\nid = \"\\u15\"\n";
  private static final String FILE = "found.json";
  private static final String RESULTS = "files/jmh.json";

  /** All of them. */
  static List<FormerFind> all(Template template) {
    String own = template.exports().get(Start.FILLED);
    return List.of(
        typed("a NUL was stored in a prompt", "\0", "update", "9", "--prompt", "-"),
        typed("half a character was stored as another", "", "update", "9", "--prompt", "a\ud800"),
        typed("a margin had no bounds", "", "perf", "init", RESULTS, "--margin=1e308"),
        file("a history with a gap was taken", withGap(own), true, "import", FILE),
        file("deep results were told as a bug", "[{\"x\": " + DEEP, false, "perf", "show", FILE),
        file("a deep run was told as a bug", "{\"a\": " + DEEP, false, "perf", "report", FILE),
        twice(own),
        unfinishedEscape(),
        file("a long number was told as a bug", LONG, false, "perf", "report", FILE));
  }

  private static String withGap(String export) {
    String begins = "\"reason\":\"enqueued\",\"from\":";
    return export.replaceFirst(begins + "null", begins + "\"running\"");
  }

  /** The queue that an export is of has its documents; its tasks would be refused before them. */
  private static FormerFind twice(String export) {
    String documents =
        export
            .lines()
            .filter(line -> line.startsWith("{\"specification\""))
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    FuzzCase one =
        new FuzzCase(
            Start.FILLED,
            List.of("import", FILE),
            "",
            Map.of(FILE, documents.getBytes(StandardCharsets.UTF_8)),
            true);
    return new FormerFind("a document that is there was refused without its line", one);
  }

  /** tomlj asserts it where assertions are checked. */
  private static FormerFind unfinishedEscape() {
    String name = "found.toml";
    List<String> check = List.of("perf", "check", RESULTS, "--requirements", name);
    Map<String, byte[]> files = Map.of(name, ESCAPE.getBytes(StandardCharsets.UTF_8));
    FuzzCase one = new FuzzCase(Start.EMPTY, check, "", files, false);
    return new FormerFind("an unfinished escape was told as a bug", one);
  }

  private static FormerFind typed(String what, String in, String... arguments) {
    return new FormerFind(what, FuzzCase.of(List.of(arguments), in));
  }

  private static FormerFind file(
      String what, String text, boolean readsLines, String... arguments) {
    Map<String, byte[]> files = Map.of(FILE, text.getBytes(StandardCharsets.UTF_8));
    FuzzCase one = new FuzzCase(Start.EMPTY, List.of(arguments), "", files, readsLines);
    return new FormerFind(what, one);
  }

  @Override
  public String toString() {
    return what;
  }
}
