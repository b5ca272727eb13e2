package dev.arborist.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.arborist.Arborist;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.workload.Shape;
import dev.arborist.domain.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A queue of many tasks, and one whose summaries are hostile. */
final class ExportedQueues {

  /** A public project's own tasks, which are there where this project is built. */
  static final Path REAL = Path.of("../../shared/data/beads-1825.jsonl");

  private static final int REAL_TASKS = 1_825;
  private static final int SEEDED_TASKS = 400;

  private static final List<String> HOSTILE =
      List.of(
          "plain",
          "\"double\" 'single' back\\slash\\",
          "<b>bold</b><script>alert(1)</script><img src=x onerror=alert(1)>",
          "</bdi></span></li></ul></style></title></svg><h1>out",
          "&lt;entity&gt; &amp; &#60; &quot; &#x202e;",
          "\"]; n1 -> n2 [label=<evil>, URL=\"javascript:alert(1)\"]; /* x */ // y",
          "\\n \\N \\G \\l\\r \\",
          "%%{init: {\"theme\": \"dark\"}}%% #quot; #35; style x:y #1;",
          "\"] --> n1; click n1 href \"javascript:alert(1)\"",
          "`code` ``two`` *emphasis* __strong__ ~~gone~~ | a | b | ***",
          "![image](x.png) [link](javascript:alert(1)) <javascript:alert(1)> [x]: y",
          "# heading",
          "- item",
          "1. first",
          "> quote",
          "--- === +++ ```",
          "=HYPERLINK(\"http://example.org\")",
          "+1",
          "-1",
          "@SUM(A1)",
          "\tTAB",
          "\rCR",
          "two\nlines",
          "comma, \"quote\", end",
          "\u001b[31mred\u001b[0m \u202eright to left\u202c \u0085\u2028\u2029\u00ad",
          "\ufdd0\ufffe\uffff \ud83d\ude00 \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
          "]]> --> <!-- <?xml version=\"1.0\"?> <![CDATA[",
          "  spaces  at  the  edges  ",
          "$$x^2$$ fa:fa-car :smile: @octocat #17 www.example.org http://example.org a@b.example",
          "日本語の題 مرحبا e\u0301 \ufb02\u00b0\u00b060; \u00b6 \u00df",
          "~".repeat(140));

  private final CommandLineFixture many;
  private final CommandLineFixture hostile;
  private final boolean real;

  /** Fills both queues in directories below this one. */
  ExportedQueues(Path directory) throws IOException {
    many = queue(Files.createDirectories(directory.resolve("many")));
    hostile = queue(Files.createDirectories(directory.resolve("hostile")));
    real = Files.exists(REAL);
    if (real) {
      many.done("import", "--format", "beads", REAL.toAbsolutePath().toString());
    } else {
      add(new Workload(Shape.RANDOM, SEEDED_TASKS, 1).tasks(), many);
    }
    long[] parent = {0};
    add(HOSTILE.stream().map(summary -> under(parent[0]++ / 2 * 2, summary)), hostile);
  }

  private static CommandLineFixture queue(Path directory) {
    CommandLineFixture arborist = new CommandLineFixture(directory);
    arborist.done("init");
    return arborist;
  }

  private static NewTask under(long parent, String summary) {
    NewTask.Builder task = NewTask.of("Do it.").summary(summary);
    return (parent == 0 ? task : task.parent(TaskNumber.of(parent))).build();
  }

  private static void add(Stream<NewTask> tasks, CommandLineFixture queue) {
    try (Arborist arborist =
        Arborist.at(queue.directory.resolve(".arborist").resolve("queue.db")).open()) {
      tasks.forEach(arborist.queue()::enqueue);
    }
  }

  /** How many tasks the large queue has. */
  int tasks() {
    return real ? REAL_TASKS : SEEDED_TASKS;
  }

  int hostileTasks() {
    return HOSTILE.size();
  }

  /** Writes the large queue's tree to a file. */
  Path many(String... options) {
    return written(many, options);
  }

  /** Writes the hostile queue's tree to a file. */
  Path hostile(String... options) {
    return written(hostile, options);
  }

  private static Path written(CommandLineFixture queue, String... options) {
    Path file = queue.directory.resolve("tree." + options[0]);
    String[] all =
        Stream.concat(
                Stream.of("tree", "--output", file.toString(), "--format"), Stream.of(options))
            .toArray(String[]::new);
    queue.done(all);
    return file;
  }

  /** The hostile summaries by number, as they were given. */
  SortedMap<Long, String> summaries() {
    SortedMap<Long, String> summaries = new TreeMap<>();
    for (String summary : HOSTILE) {
      summaries.put(summaries.size() + 1L, summary);
    }
    return summaries;
  }

  /** The same as they may be shown. */
  SortedMap<Long, String> shown() {
    SortedMap<Long, String> shown = summaries();
    shown.replaceAll((number, summary) -> SafeText.of(summary).toString());
    return shown;
  }

  /** Whether a spreadsheet would take the summary for a formula. */
  boolean formula(long number) {
    return "=+-@\t\r\n".indexOf(HOSTILE.get((int) number - 1).charAt(0)) >= 0;
  }

  /** The numbers and summaries of an export as JSON. */
  static SortedMap<Long, String> read(Path json) throws IOException {
    SortedMap<Long, String> summaries = new TreeMap<>();
    try (JsonParser parser = new JsonFactory().createParser(json.toFile())) {
      long number = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue() && "number".equals(parser.currentName())) {
          number = parser.getLongValue();
        } else if (token.isScalarValue() && "summary".equals(parser.currentName())) {
          String before = summaries.put(number, parser.getText());
          if (before != null) {
            throw new AssertionError("#" + number + " is there twice");
          }
        }
      }
    }
    return summaries;
  }
}
