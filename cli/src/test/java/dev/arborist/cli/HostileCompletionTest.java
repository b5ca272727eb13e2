package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What strangers called their tasks and branches is typed in real shells by completing it: nothing
 * of it is ever carried out.
 *
 * <p>For speed the program is a stub that hands out what the real one printed before, and writes
 * down what it is called with.
 */
class HostileCompletionTest {

  static final List<String> HOSTILE =
      List.of(
          "$(touch pwned)",
          "`touch pwned`",
          "'; touch pwned; '",
          "\"; touch pwned; \"",
          "\\'$(touch pwned)\\",
          "a'b\"$(touch pwned)'c\"",
          "; touch pwned #",
          "| touch pwned",
          "& touch pwned &",
          "<(touch pwned)",
          "=(touch pwned)",
          "${x:=$(touch pwned)}",
          "$((`touch pwned`))",
          "a:b\\:c\\;[d](touch pwned)",
          "%F{red}%n%(!.`touch pwned`.)",
          "*",
          "{a,b}",
          "!!",
          "#x",
          "x\u00a0y",
          "grün und blau");

  private static final List<String> UNPRINTABLE =
      List.of("a\ntouch pwned\n", "a\ttouch pwned", "\u001b[31mred\u0007", "a\u202eb", "--x", "~");

  @TempDir Path directory;
  private CommandLineFixture arborist;
  private Path bin;
  private Path log;

  @BeforeEach
  void nameTasksAndBranches() throws IOException {
    arborist = new CommandLineFixture(directory);
    arborist.done("init");
    for (List<String> names : List.of(HOSTILE, UNPRINTABLE)) {
      for (String name : names) {
        arborist.done("add", "x", "--summary=" + name, "--branch=" + name);
      }
    }
    log = directory.resolve("log");
    bin = Files.createDirectory(directory.resolve("bin"));
    for (String style : List.of("quoted", "quoted\"", "quoted'", "plain")) {
      for (String query : List.of("tasks", "branches")) {
        arborist.done("__complete", style, query, "");
        Files.writeString(directory.resolve(style + "-" + query), arborist.out);
      }
    }
    stub(
        "case $1 in\n__complete) [ -z \"$4\" ] && cat '%s'/\"$2-$3\" ;;\n*) printf '%%s\\n' \"$3\" >> '%s' ;;\nesac\n"
            .formatted(directory, log));
  }

  private void stub(String script) throws IOException {
    Path file = Files.writeString(bin.resolve("arborist"), "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private TypingShell shell(String name) throws IOException, InterruptedException {
    Path script = directory.resolve("script." + name);
    Files.writeString(script, arborist.done("completion", name));
    String load = "source '" + script + "'";
    return new TypingShell(
        directory,
        bin,
        name,
        switch (name) {
          case "bash" -> load + "; bind 'set show-all-if-ambiguous on'";
          case "zsh" -> "autoload -U compinit; compinit -u -D; unsetopt banghist; " + load;
          default -> load;
        });
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"bash,``", "bash,\"", "bash,'", "zsh,``", "fish,``"})
  void everyBranchIsTypedAsItIsNamed(String name, String quote) throws Exception {
    try (TypingShell shell = shell(name)) {
      if (name.equals("bash")) {
        shell.line("bind 'TAB: menu-complete'");
      }
      for (int i = 1; i <= HOSTILE.size(); i++) {
        shell.type("arborist list --branch " + quote);
        choose(i, name, shell);
      }
    }
    assertFalse(Files.exists(directory.resolve("pwned")));
    assertEquals(new TreeSet<>(HOSTILE), new TreeSet<>(Files.readAllLines(log)));
  }

  /** Moves to one of the candidates by pressing Tab, and runs the line. */
  private void choose(int candidate, String name, TypingShell shell) throws Exception {
    int tabs = name.equals("bash") ? candidate : candidate + 1; // elsewhere the first only lists
    shell.press("-N", String.valueOf(tabs), "Tab");
    shell.press("Enter");
    if (name.equals("fish")) {
      shell.press("Enter"); // the first leaves the list
    }
    String seen = shell.await(screen -> lines() >= candidate);
    assertEquals(candidate, lines(), () -> "nothing more was run:\n" + seen);
    shell.clear();
  }

  private int lines() {
    try {
      return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void summariesAreShownAndOnlyNumbersTyped(String name) throws Exception {
    try (TypingShell shell = shell(name)) {
      shell.type("arborist list --parent ");
      shell.press("Tab");
      String screen = shell.await(text -> text.contains("grün"));
      for (String summary : HOSTILE) {
        assertTrue(screen.contains(summary), summary + " is not on\n" + screen);
      }
      shell.clear();
      if (name.equals("bash")) {
        shell.line("bind 'TAB: menu-complete'");
      }
      for (int i = 1; i <= 3; i++) {
        shell.type("arborist list --parent ");
        choose(i, name, shell);
      }
    }
    assertEquals(List.of("1", "2", "3"), Files.readAllLines(log));
    assertFalse(Files.exists(directory.resolve("pwned")));
  }

  /** It is typed, not listed, so nothing may stand behind its number. */
  @Test
  void theLastTaskOfAListIsTypedWithoutItsSummary() throws Exception {
    stub(
        """
        case $1 in
        __complete) printf '12\\tused\\n14\\t; touch pwned\\n' ;;
        *) printf '%%s\\n' "$4" >> '%s' ;;
        esac
        """
            .formatted(log));
    try (TypingShell shell = shell("bash")) {
      shell.type("arborist add x --prerequisites 12,1");
      shell.press("Tab", "Enter");
      shell.await(screen -> lines() > 0);
    }
    assertEquals(List.of("12,14"), Files.readAllLines(log));
    assertFalse(Files.exists(directory.resolve("pwned")));
  }
}
