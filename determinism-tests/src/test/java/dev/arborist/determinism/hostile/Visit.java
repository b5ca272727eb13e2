package dev.arborist.determinism.hostile;

import dev.arborist.Arborist;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.cli.CommandsInProcess;
import dev.arborist.determinism.lab.Violation;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.upkeep.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Meets what is at a path through the library and by commands, and requires a refusal in a line
 * each time.
 */
final class Visit {

  private static final int PATIENCE_SECONDS = 60;
  private static final String REFUSED = "exit code 5";

  private static final List<Consumer<Arborist>> USES =
      List.of(
          arborist -> arborist.browser().list(TaskQuery.ALL),
          arborist -> arborist.queue().enqueue(NewTask.of("p").build()),
          arborist -> arborist.queue().claim("w", 1, Duration.ofMinutes(1)),
          Visit::examine);

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("list"),
          List.of("add", "p"),
          List.of("claim", "--worker", "w"),
          List.of("tree"),
          List.of("events"),
          List.of("export"),
          List.of("prune", "--older-than", "1d"));

  private final String what;
  private final Path file;
  private int refusals;

  /**
   * A visit.
   *
   * @param what is there, to say it when something is wrong
   */
  Visit(String what, Path file) {
    this.what = what;
    this.file = file;
  }

  /** Uses it in every way that is refused; returns how often it was. */
  int refused(Path directory) throws Exception {
    within(
        () -> {
          USES.forEach(this::use);
          COMMANDS.forEach(command -> requireALine(command(directory, command)));
          command(directory, List.of("doctor", "--repair")); // in as many lines as it finds
        });
    return refusals;
  }

  /** What cannot be used can be examined, and is found to be no sound queue. */
  private static void examine(Arborist arborist) {
    List<Finding> findings = arborist.upkeep().diagnose(true).findings();
    Violation.unless(!findings.isEmpty(), "the doctor finds nothing");
    throw new StorageException(findings.get(0).problem());
  }

  private void use(Consumer<Arborist> use) {
    try (Arborist arborist = Arborist.open(file)) {
      use.accept(arborist);
      throw new Violation(what + " was used as a queue");
    } catch (StorageException e) {
      requireALine(String.valueOf(e.getMessage()));
    }
  }

  private String command(Path directory, List<String> command) {
    List<String> arguments = new ArrayList<>(command);
    arguments.add("--db");
    arguments.add(file.toString());
    String said = CommandsInProcess.run(directory, arguments.toArray(String[]::new));
    List<String> lines = said.lines().toList();
    Violation.unless(
        lines.get(lines.size() - 1).equals(REFUSED),
        what + " is not refused by " + command + ": " + said);
    return String.join("\n", lines.subList(0, lines.size() - 1));
  }

  private void requireALine(String said) {
    Violation.unless(
        !said.isBlank() && said.lines().count() == 1 && said.indexOf('\u001b') < 0,
        what + " is refused in no line or several: " + said);
    refusals++;
  }

  /** What waits for ever is told, too. */
  private void within(Runnable uses) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      thread.submit(uses).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new Violation(what + " keeps its reader waiting");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Violation violation) {
        throw violation;
      }
      Violation violation = new Violation(what + " ends in " + e.getCause());
      violation.initCause(e);
      throw violation;
    } finally {
      thread.shutdownNow();
    }
  }
}
