package dev.arborist.determinism.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Makes files by spoiling good ones: what export writes, beads, Taskwarrior's, batches, documents,
 * requirements and results.
 *
 * <p>Safe for use by several threads.
 */
final class SpoiltFiles {

  private static final String FILE = "spoilt.jsonl";
  private static final int SPOILT_MAX = 4;
  private static final int FILLED_IN = 4;

  /**
   * A good file and the command that reads it.
   *
   * @param lines the file
   * @param readsLines whether a refusal must name a line
   */
  private record Good(List<String> lines, List<String> arguments, boolean readsLines) {}

  private final List<Good> good = new ArrayList<>();

  SpoiltFiles(Template template) {
    String own = template.exports().get(FuzzCase.Start.FILLED);
    add(6, own, true, "import", FILE);
    add(3, template.text("files/beads.jsonl"), true, "import", "--format", "beads", FILE);
    add(3, template.text("files/taskwarrior.json"), true, "import", "--format=taskwarrior", FILE);
    add(2, template.text("files/batch.jsonl"), true, "add", "--batch", FILE);
    add(1, "{\"phases\": [{\"a\": 1.50}]}", false, "spec", "put", "task:1:specs", "k", FILE);
    String requirements = template.text("files/requirements.toml");
    add(1, requirements, false, "perf", "check", "files/jmh.json", "--requirements", FILE);
    good.add(whole(template.text("files/jmh.json"), "perf", "show", FILE));
    good.add(whole(template.text("files/run.json"), "perf", "report", FILE));
  }

  private void add(int often, String text, boolean readsLines, String... arguments) {
    Good one = new Good(text.lines().toList(), List.of(arguments), readsLines);
    good.addAll(Collections.nCopies(often, one));
  }

  /** What is one value over many lines. */
  private static Good whole(String text, String... arguments) {
    return new Good(List.of(text), List.of(arguments), false);
  }

  /** One file, and the command that reads it. */
  FuzzCase next(SplittableRandom random) {
    Good one = good.get(random.nextInt(good.size()));
    List<String> lines = new ArrayList<>(one.lines());
    int spoilt = random.nextInt(SPOILT_MAX + 1);
    SpoiltJson json = new SpoiltJson(random);
    for (int i = 0; i < spoilt && !lines.isEmpty(); i++) {
      int at = random.nextInt(lines.size());
      if (random.nextInt(3) > 0) {
        lines.set(at, json.spoil(lines.get(at)));
      } else {
        spoilLines(lines, at, random);
      }
    }
    String end = random.nextInt(8) == 0 ? "\r\n" : "\n";
    byte[] bytes = (String.join(end, lines) + end).getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(4) == 0) {
      bytes = SpoiltBytes.spoil(bytes, random);
    }
    FuzzCase.Start start =
        random.nextInt(FILLED_IN) == 0 ? FuzzCase.Start.FILLED : FuzzCase.Start.EMPTY;
    return new FuzzCase(start, one.arguments(), "", Map.of(FILE, bytes), one.readsLines());
  }

  private static void spoilLines(List<String> lines, int at, SplittableRandom random) {
    switch (random.nextInt(7)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
      case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
      case 3 -> lines.add(at, "");
      case 4 -> lines.subList(at, lines.size()).clear();
      case 5 -> lines.add(at, SpoiltJson.ODD.get(random.nextInt(SpoiltJson.ODD.size())));
      default -> {
        String joined = lines.get(at) + (at + 1 < lines.size() ? lines.remove(at + 1) : "x");
        lines.set(at, joined);
      }
    }
  }
}
