package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts in the shells that they are for. */
@Tag("once")
class CompletionScriptTest {

  /** Lines that end where Tab is pressed, and what can then be typed. */
  private static final Map<String, String> LINES = new LinkedHashMap<>();

  static {
    LINES.put("arborist sh", "show");
    LINES.put("arborist comp", "complete completion");
    LINES.put("arborist --db x.db tr", "tree");
    LINES.put("arborist --debug tr", "tree");
    LINES.put("arborist spec ", "get list put");
    LINES.put("arborist perf h", "histogram history");
    LINES.put("arborist list --status=r", "--status=ready --status=running");
    LINES.put("arborist list --status ready,ru", "ready,running");
    LINES.put("arborist list --status ready,r", "ready,running");
    LINES.put(
        "arborist list --status=ready,failed,c",
        "--status=ready,failed,cancelled --status=ready,failed,completed");
    LINES.put("arborist prune --status failed,completed,", "failed,completed,cancelled");
    LINES.put("arborist list --not", "--not-status");
    LINES.put("arborist list --sort d", "deadline");
    LINES.put("arborist add list --source h", "human");
    LINES.put("arborist add show --de", "--deadline --debug");
    LINES.put("arborist claim --durability n", "normal");
    LINES.put("arborist prune --vacuum c", "conditional");
    LINES.put("arborist prune --status ", "cancelled completed failed");
    LINES.put("arborist tree --format m", "markdown mermaid");
    LINES.put("arborist tree --view=d", "--view=dependency");
    LINES.put("arborist import --format b", "beads");
    LINES.put("arborist perf baseline p", "pin");
    LINES.put("arborist perf show jmh.json --columns min,p5", "min,p50");
    LINES.put("arborist perf compare 0001 pi", "pinned");
    LINES.put("arborist completion f", "fish");
    LINES.put("arborist add --summary --status --sou", "--source");
    LINES.put("arborist add -- --sou", "");
    LINES.put("arborist nonsense li", "");
    LINES.put("arborist work --quiet sh run.sh --on", "");
    LINES.put("arborist work --on", "--once");
    LINES.put("arborist man hist", "");
    LINES.put("arborist man perf hist", "histogram history");
    LINES.put("arborist man perf --out", "--output");
    LINES.put("ARBORIST_DB=x.db arborist tree --vi", "--view");
  }

  @TempDir Path directory;
  @TempDir Path home;
  private Path bin;
  private CommandLineFixture arborist;

  @BeforeEach
  void install() throws IOException {
    new Shell(directory, home); // puts the program into the directory "bin"
    bin = home.resolve("bin");
    arborist = new CommandLineFixture(directory);
  }

  private Path script(String shell) throws IOException {
    Path script = directory.resolve("completion." + shell);
    return Files.writeString(script, arborist.done("completion", shell));
  }

  /** The words as readline parts them: at blanks, and at equals signs. */
  private static String bashWords(String line) {
    List<String> words = new ArrayList<>();
    for (String word : line.split(" ", -1)) {
      int equals = word.indexOf('=');
      if (equals < 0 || !word.startsWith("-")) {
        words.add(word);
      } else {
        words.add(word.substring(0, equals));
        words.add("=");
        words.add(word.substring(equals + 1));
      }
    }
    return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
  }

  @Test
  void bashOffersWhatCanFollow() throws Exception {
    StringBuilder calls = new StringBuilder("source " + script("bash") + "\n");
    List<String> expected = new ArrayList<>();
    for (Map.Entry<String, String> entry : LINES.entrySet()) {
      String line = entry.getKey().replaceFirst("^[A-Z_]+=[^ ]* ", ""); // as readline does
      calls
          .append("COMP_LINE='" + line + "' COMP_POINT=" + line.length())
          .append("\nCOMP_WORDS=(" + bashWords(line) + ") COMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n")
          .append("_arborist; printf '%s\\n' \"${COMPREPLY[*]}\"\n");
      // What stands before the equals sign is not typed again.
      expected.add(sorted(entry.getValue().replaceAll("--[a-z]+=", "")));
    }
    Path file = Files.writeString(directory.resolve("calls.bash"), calls);
    List<String> offered =
        RealTool.accepted(directory, List.of("bash", file.toString())).lines().toList();
    assertEquals(
        String.join("\n", expected),
        offered.stream().map(CompletionScriptTest::sorted).collect(Collectors.joining("\n")));
  }

  private static String sorted(String words) {
    return Arrays.stream(words.split(" ", -1)).sorted().collect(Collectors.joining(" "));
  }

  @Test
  void fishOffersWhatCanFollow() throws Exception {
    StringBuilder calls = new StringBuilder("source " + script("fish") + "\n");
    LINES.keySet().forEach(line -> calls.append("complete -C '" + line + "'; echo ====\n"));
    Path file = Files.writeString(directory.resolve("calls.fish"), calls);
    String offered =
        RealTool.accepted(
            directory,
            List.of("env", "HOME=" + home, "fish", "--no-config", "--private", file.toString()));
    String[] answers = offered.split("====\n", -1);
    int i = 0;
    for (Map.Entry<String, String> entry : LINES.entrySet()) {
      TreeSet<String> words = new TreeSet<>();
      answers[i].lines().map(line -> line.split("\t", -1)[0]).forEach(words::add);
      assertEquals(sorted(entry.getValue()), String.join(" ", words), entry.getKey());
      i++;
    }
  }

  private TypingShell shell(String name) throws IOException, InterruptedException {
    String load = "source " + script(name);
    String zsh = "autoload -U compinit; compinit -u -D; ";
    return new TypingShell(directory, bin, name, name.equals("zsh") ? zsh + load : load);
  }

  /** Types a line, presses Tab until the screen holds what is expected, and takes it all back. */
  private static void expect(TypingShell shell, String line, String... expected) throws Exception {
    shell.type(line);
    shell.press("Tab", "Tab", "Tab"); // bash first types what is certain, then asks twice
    String screen = shell.await(text -> Arrays.stream(expected).allMatch(text::contains));
    for (String one : expected) {
      assertTrue(screen.contains(one), line + " does not show '" + one + "':\n" + screen);
    }
    shell.clear();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void tabCompletesInARealTerminal(String name) throws Exception {
    Files.writeString(directory.resolve("plan.json"), "{}");
    Files.createDirectory(directory.resolve("plots"));
    ExampleQueue.create(directory);
    arborist.done("init", "--db", "other.db");
    arborist.done("add", "Elsewhere", "--db", "other.db");
    arborist.done("add", "And here", "--db", "other.db");
    try (TypingShell shell = shell(name)) {
      expect(shell, "arborist prereq", "arborist prerequisites");
      expect(shell, "arborist list --status=rea", "arborist list --status=ready");
      expect(shell, "arborist import pla", "arborist import plan.json");
      expect(shell, "arborist perf report latest --reports plo", "--reports plots/");
      expect(shell, "arborist retry ", "12  ", "Task 12 of the parser", "Task 14 of the parser");
      expect(shell, "arborist complete ", "arborist complete 17");
      expect(shell, "arborist show --db other.db ", "Elsewhere", "And here");
      expect(shell, "arborist add x --prerequisites 3,1", "3,1", "Task 10 of the parser");
      expect(shell, "arborist claim --agent-type w", "arborist claim --agent-type writer");
    }
  }

  /** Names with what shells part words at, and behind the quotes that a person has typed. */
  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void namesAreCompletedWhateverIsInThem(String name) throws Exception {
    arborist.done("init");
    Map<String, String> branches = new LinkedHashMap<>();
    branches.put("me@h", "me@host");
    branches.put("core::", "core::tree");
    branches.put("ci:l", "ci:lint");
    branches.put("Foo\\ b", "Foo bar");
    branches.put("'Fuu b", "Fuu bar");
    branches.put("\"Faa b", "Faa bar");
    branches.put("\"it's \\\"", "it's \"so\" and so");
    for (String branch : branches.values()) {
      arborist.done("add", "On it", "--branch", branch);
    }
    try (TypingShell shell = shell(name)) {
      int number = 0;
      for (Map.Entry<String, String> branch : branches.entrySet()) {
        number++;
        String row = "#" + number + " ";
        shell.type("arborist list --branch " + branch.getKey());
        shell.press("Tab", "Enter");
        String screen = shell.await(text -> text.contains(row));
        assertTrue(screen.contains(row), branch + " is not listed:\n" + screen);
        shell.clear();
      }
    }
  }
}
