package dev.arborist.determinism.matrix;

import dev.arborist.cli.CommandsInProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;

/** What some commands print. */
final class CommandArtefacts {

  private static final FileTime MEASURED = FileTime.fromMillis(1_767_225_600_500L);

  /** One a line; those with mistakes and in capitals too. */
  private static final List<String> COMMANDS =
      List.of(
          "--help",
          "tree --help",
          "tre",
          "list --status PENDİNG",
          "list --sort PRIORITY --limit 20",
          "list --source AGENT_REQUIREMENTS --limit 0 --json",
          "list --text IŞIK",
          "tree --view TIMELINE --width 60 --ambiguous-wide",
          "tree --format MERMAID --not-status COMPLETED",
          "tree --format svg --status failed,cancelled",
          "show 41",
          "show 42 --json",
          "explain 43",
          "events --limit 30",
          "events --last 30 --json",
          "status",
          "plan",
          "doctor",
          "man",
          "completion bash",
          "completion zsh",
          "perf show jmh.json",
          "perf compare jmh-old.json jmh.json",
          "perf report verdict.json --format console",
          "perf report verdict.json --format junit");

  private CommandArtefacts() {}

  /** Runs them in a directory with a queue. */
  static void write(Path examples, Path directory, Artefacts artefacts) throws IOException {
    for (String name : List.of("jmh.json", "jmh-old.json")) {
      Path copy = Files.copy(examples.resolve(name), directory.resolve(name));
      Files.setLastModifiedTime(copy, MEASURED);
    }
    for (int i = 0; i < COMMANDS.size(); i++) {
      String command = COMMANDS.get(i);
      String name =
          String.format(
              Locale.ROOT, "command-%02d-%s.txt", i, command.replaceAll("[^a-zA-Z0-9]+", "-"));
      artefacts.put(name, CommandsInProcess.run(directory, command.split(" ", -1)));
    }
  }
}
