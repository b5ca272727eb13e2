package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The guides name what there is: every option of theirs, and every option of ours. */
class PytestGuideTest {

  private static final Path PYTEST = Path.of("../docs/guide/coming-from-pytest.md");
  private static final Path EXAMINER = Path.of("../docs/guide/examiner.md");

  /** What `pytest --help` lists of pytest-benchmark 5, without its prefix. */
  private static final List<String> PYTEST_BENCHMARK =
      List.of(
          "min-time",
          "max-time",
          "min-rounds",
          "timer",
          "calibration-precision",
          "warmup",
          "warmup-iterations",
          "disable-gc",
          "skip",
          "disable",
          "enable",
          "only",
          "save",
          "autosave",
          "save-data",
          "json",
          "compare",
          "compare-fail",
          "cprofile",
          "cprofile-loops",
          "cprofile-top",
          "cprofile-dump",
          "time-unit",
          "storage",
          "netrc",
          "verbose",
          "quiet",
          "sort",
          "group-by",
          "columns",
          "name",
          "histogram");

  private static final List<String> ITS_COMMAND =
      List.of(
          "list",
          "compare",
          "help",
          "--storage",
          "--netrc",
          "--verbose",
          "--quiet",
          "--import-mode",
          "--sort",
          "--group-by",
          "--columns",
          "--name",
          "--time-unit",
          "--histogram",
          "--csv");

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern OURS = Pattern.compile("arborist perf ([a-z]+)(.*)");
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");

  private static Map<String, CommandLine> commands() {
    Terminal terminal = new CommandLineFixture(Path.of("")).terminal(System.out, System.err);
    CommandLine root = Commands.all(new RootCommand(terminal), new CommandFactory(terminal));
    return new TreeMap<>(root.getSubcommands().get("perf").getSubcommands());
  }

  private static Set<String> options(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .flatMap(option -> Stream.of(option.names()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).toList();
  }

  private static List<String> code(String text) {
    return CODE.matcher(text).results().map(result -> result.group(1)).toList();
  }

  /** The first column of the tables and the second, whose every row says something. */
  private static Map<String, String> rows() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    for (String line : Files.readAllLines(PYTEST)) {
      if (line.startsWith("| `")) {
        String[] cells = line.split("\\|", 3);
        String counterpart = cells[2].replaceFirst("\\|$", "").strip();
        assertTrue(counterpart.length() > 10, line);
        code(cells[1]).forEach(option -> rows.merge(option, counterpart, String::concat));
      }
    }
    return rows;
  }

  @Test
  void everyOptionOfTheirsHasACounterpartOrAReason() throws IOException {
    Set<String> expected = new TreeSet<>(ITS_COMMAND);
    PYTEST_BENCHMARK.forEach(name -> expected.add("--benchmark-" + name));
    expected.addAll(List.of("--count", "--repeat-scope", "@pytest.mark.repeat"));
    assertEquals(expected, new TreeSet<>(rows().keySet()));
  }

  @Test
  void everyOptionThatTheGuidesNameExists() throws IOException {
    Map<String, CommandLine> commands = commands();
    int checked = 0;
    for (Path guide : List.of(PYTEST, EXAMINER)) {
      String text = Files.readString(guide);
      List<String> places = code(text.replaceAll("(?s)```.*?```", ""));
      List<String> lines = text.lines().map(line -> line.replaceFirst("^\\$ ", "")).toList();
      for (String place : Stream.concat(places.stream(), lines.stream()).toList()) {
        var named = OURS.matcher(place);
        if (!named.lookingAt()) {
          continue;
        }
        CommandLine command = commands.get(named.group(1));
        assertNotNull(command, place);
        String arguments = named.group(2).split("[|;]", 2)[0];
        for (String option : found(OPTION, arguments)) {
          assertTrue(options(command).contains(option), guide + ": " + place);
          checked++;
        }
      }
    }
    assertTrue(checked > 40, "only " + checked + " options were found");
  }

  @Test
  void everyOptionOfOursIsNamedInAGuide() throws IOException {
    String guides = Files.readString(PYTEST) + Files.readString(EXAMINER);
    Set<String> named = new TreeSet<>(found(OPTION, guides));
    Set<String> everywhere = Set.of("--help", "--debug", "--no-pager");
    for (Map.Entry<String, CommandLine> command : commands().entrySet()) {
      assertTrue(guides.contains("arborist perf " + command.getKey()), command.getKey());
      for (String option : options(command.getValue())) {
        boolean isNamed =
            !option.startsWith("--") || everywhere.contains(option) || named.contains(option);
        assertTrue(isNamed, command.getKey() + " " + option);
      }
    }
  }

  @Test
  void everyMavenPropertyOfTheTableIsRead() throws IOException {
    Set<String> properties = new TreeSet<>();
    for (String word :
        found(Pattern.compile("-D(perf|repeat)\\.[a-z]+"), Files.readString(PYTEST))) {
      properties.add(word.substring(2));
    }
    assertFalse(properties.isEmpty());
    StringBuilder sources = new StringBuilder();
    for (String module : List.of("../perf-tests", "../determinism-tests")) {
      try (Stream<Path> files = Files.walk(Path.of(module))) {
        for (Path file :
            files.filter(file -> file.toString().matches(".*(\\.java|pom\\.xml)")).toList()) {
          sources.append(Files.readString(file));
        }
      }
    }
    for (String property : properties) {
      assertTrue(sources.indexOf(property) >= 0, property);
    }
  }
}
