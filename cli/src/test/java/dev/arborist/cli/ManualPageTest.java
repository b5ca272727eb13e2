package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.cli.manual.Roff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;

class ManualPageTest {

  @TempDir Path directory;
  private Path pages;

  @BeforeEach
  void write() {
    String said = new CommandLineFixture(directory).done("man", "--output", "man");
    pages = directory.resolve("man/man1");
    assertEquals("wrote the manual pages into " + pages + "\n", said);
  }

  private static String file(CommandSpec command) {
    return command.qualifiedName("-") + ".1";
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(pages)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void everyCommandHasAPageAndNothingElseHas() throws IOException {
    assertEquals(
        ExamplesTest.specs().stream().map(ManualPageTest::file).sorted().toList(), files());
  }

  /** Those are run by a test; so nothing on a page is an example that nobody ran. */
  @Test
  void theExamplesAreThoseOfTheHelpAndCanBeCopied() throws Exception {
    for (CommandSpec command : ExamplesTest.specs()) {
      List<String> shown =
          rendered(pages.resolve(file(command)))
              .lines()
              .dropWhile(line -> !line.equals("EXAMPLES"))
              .skip(1)
              .takeWhile(line -> line.isEmpty() || line.startsWith(" "))
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList();
      assertEquals(ExamplesTest.examplesOf(command.commandLine()), shown);
    }
  }

  private String rendered(Path page) throws Exception {
    return RealTool.accepted(directory, List.of("mandoc", "-Tutf8", "-Owidth=200", page.toString()))
        .replaceAll(".\b", "");
  }

  @Test
  void everySectionIsWhereAReaderLooksForIt() throws IOException {
    for (CommandSpec command : ExamplesTest.specs()) {
      String page = Files.readString(pages.resolve(file(command)));
      List<String> headings =
          Pattern.compile("^\\.SH \"(.*)\"$", Pattern.MULTILINE)
              .matcher(page)
              .results()
              .map(found -> found.group(1))
              .filter(heading -> !List.of("COMMANDS", "ENVIRONMENT", "FILES").contains(heading))
              .toList();
      assertEquals(
          List.of(
              "NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "EXIT STATUS", "SEE ALSO"),
          headings);
    }
    String page = Files.readString(pages.resolve("arborist-claim.1"));
    assertTrue(page.contains("\narborist\\-claim \\- take the tasks"), page);
    assertTrue(page.contains("\\fB\\-\\-worker\\fR=\\fINAME\\fR"), page);
    assertTrue(page.contains(".SH \"ENVIRONMENT\"\n.TP\n\\fBARBORIST_DB\\fR\n"), page);
    assertTrue(page.contains(".arborist/queue.db"), page);
    assertTrue(page.contains("\\fB129, 130, 143\\fR\nEnded by SIGHUP, SIGINT or SIGTERM."), page);
  }

  @Test
  void tablesStandWhereTheHelpHasThem() throws IOException {
    String page = Files.readString(pages.resolve("arborist-completion.1"));
    int table = page.indexOf("bash\\-completion/completions");
    assertTrue(page.indexOf("where shells look") < table, page);
    assertTrue(table < page.indexOf("Tasks, agent types"), page);
  }

  @Test
  void aReaderOfManualPagesFindsNothingWrong() throws Exception {
    List<String> command = new ArrayList<>(List.of("mandoc", "-Tlint", "-Wwarning"));
    files().forEach(file -> command.add(pages.resolve(file).toString()));
    assertEquals("", RealTool.accepted(directory, command));
  }

  @Test
  void manFindsAPageWhereItWasWritten() throws Exception {
    String page =
        RealTool.accepted(
            directory,
            List.of(
                "env",
                "MANPAGER=cat",
                "man",
                "-M",
                directory.resolve("man").toString(),
                "arborist-show"));
    assertTrue(page.contains("everything about a task"), page);
  }

  @Test
  void pagesAreTheSameWheneverTheyAreWritten() throws IOException {
    TreeMap<String, String> first = new TreeMap<>();
    for (String file : files()) {
      first.put(file, Files.readString(pages.resolve(file), StandardCharsets.US_ASCII));
    }
    write();
    for (String file : files()) {
      assertEquals(first.get(file), Files.readString(pages.resolve(file)));
    }
    String timestamp = "<project.build.outputTimestamp>" + ManualPage.DATE + "T";
    assertTrue(Files.readString(Path.of("../pom.xml")).contains(timestamp), "one date for all");
  }

  /** What is looked up in the environment is on the page of the program. */
  @Test
  void everyVariableThatIsReadIsNamed() throws IOException {
    TreeSet<String> read = new TreeSet<>();
    Pattern name = Pattern.compile("(?:given|variable|environment\\.get)\\(\"([A-Z_]+)\"\\)");
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dev/arborist/cli"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        name.matcher(Files.readString(source)).results().map(MatchResult::group).forEach(read::add);
      }
    }
    read.removeIf(call -> call.contains("\"HOME\"")); // only completion reads it
    assertTrue(read.size() > 5, read.toString());
    String page = Files.readString(pages.resolve("arborist.1"));
    for (String call : read) {
      String variable = name.matcher(call).replaceAll("$1");
      assertTrue(page.contains("\\fB" + variable + "\\fR"), variable);
    }
  }

  @Test
  void nothingThatIsWrittenMeansAnythingToRoff() throws Exception {
    List<String> lines =
        List.of(
            ".SH X",
            "'br",
            "a\\b \\fBc\\fR \\n(.l",
            "--x-y",
            "it's \"so\" `here`",
            "~^",
            ". '",
            "◎ ✓ é",
            "%");
    Roff page = new Roff("arborist-x", ManualPage.DATE, "arborist").section("EXAMPLES");
    Path file = Files.writeString(directory.resolve("x.1"), page.verbatim(lines).toString());
    assertEquals(
        lines.stream().map(line -> "       " + line).collect(Collectors.joining("\n")),
        rendered(file)
            .lines()
            .dropWhile(line -> !line.equals("EXAMPLES"))
            .skip(1)
            .takeWhile(line -> line.startsWith(" "))
            .collect(Collectors.joining("\n")));
  }

  @Test
  void aCommandThatThereIsNotIsNamed() {
    CommandLineFixture arborist = new CommandLineFixture(directory);
    assertEquals(
        "arborist: 'chek' is no command of 'arborist perf': did you mean 'check'?"
            + " see 'arborist man --help'",
        arborist.fails(ExitCode.USAGE, "man", "perf", "chek"));
  }
}
