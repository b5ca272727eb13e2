package dev.arborist.determinism.hostile;

import dev.arborist.Arborist;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.cli.CommandsInProcess;
import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Experiment;
import dev.arborist.determinism.lab.Violation;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.task.NewTask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Whatever may be found where a queue is expected: each is used through the library and by
 * commands, is refused in a line, and is afterwards what it was, byte for byte.
 */
public final class ForeignFileExperiment implements Experiment {

  private static final List<String> ODD_NAMES =
      List.of(
          "a?mode=memory&cache=shared",
          "a#b",
          "a%41",
          "a b",
          ":memory:",
          "ä🌳",
          "'; --",
          "a\nb",
          "file:x",
          "-wal",
          "\\",
          "a\"b",
          "*",
          "~");

  private int refusals;

  /** As much as a build does. */
  public ForeignFileExperiment() {}

  @Override
  public Done run(Path directory) throws Exception {
    for (ForeignFile kind : ForeignFile.values()) {
      Path own = Files.createDirectory(directory.resolve("foreign-" + kind));
      kind.place(own.resolve("queue.db"));
      refuse(kind.toString(), own);
      createNothingOver(kind, own);
      if (Files.isSymbolicLink(own.resolve("queue.db"))) {
        Files.delete(own.resolve("queue.db")); // whoever clears up is not led to a device
      }
    }
    for (List<String> statements : HostileSchema.ALL) {
      Path own = Files.createTempDirectory(directory, "schema");
      ForeignFile.queueWith(own.resolve("queue.db"), statements.toArray(String[]::new));
      refuse(statements.toString(), own);
    }
    for (String name : ODD_NAMES) {
      useBy(Files.createTempDirectory(directory, "odd").resolve(name));
    }
    useThroughLinks(Files.createDirectory(directory.resolve("links")));
    return Done.of("foreign files", ForeignFile.values().length)
        .and("hostile schemas", HostileSchema.ALL.size())
        .and("odd names", ODD_NAMES.size())
        .and("refusals in a line", refusals);
  }

  private void refuse(String what, Path own) throws Exception {
    Map<String, String> before = Contents.of(own);
    refusals += new Visit(what, own.resolve("queue.db")).refused(own);
    requireSame(what, before, own);
  }

  /** Nothing is created, backed up to or repaired over what is there. */
  private void createNothingOver(ForeignFile kind, Path own) throws Exception {
    if (kind == ForeignFile.NOTHING) {
      return;
    }
    Map<String, String> before = Contents.of(own);
    Path file = own.resolve("queue.db");
    String said = CommandsInProcess.run(own, "init", "--db", file.toString());
    Violation.unless(
        said.lines().count() == 2 && said.endsWith("exit code 5\n"),
        "a queue was created over " + kind + ": " + said);
    Path sound = Files.createTempDirectory(own.getParent(), "sound").resolve("queue.db");
    Arborist.create(sound);
    try (Arborist arborist = Arborist.open(sound)) {
      arborist.upkeep().backup(file);
      throw new Violation("a backup was written over " + kind);
    } catch (StorageException e) {
      refusals++;
    }
    requireSame(kind.toString(), before, own);
  }

  private static void requireSame(String what, Map<String, String> before, Path own)
      throws Exception {
    Map<String, String> after = Contents.of(own);
    Violation.unless(after.equals(before), what + " was " + before + " and is " + after);
  }

  /** A name of any characters is that of a file, and no file besides it is touched. */
  private static void useBy(Path file) throws Exception {
    Arborist.create(file);
    add(file, 1);
    String said = CommandsInProcess.run(file.getParent(), "list", "--db", file.toString());
    Violation.unless(said.endsWith("exit code 0\n"), file + ": " + said);
    List<String> names = Contents.of(file.getParent()).keySet().stream().toList();
    Violation.unless(
        names.equals(List.of("", file.getFileName().toString())), file + " left " + names);
  }

  /** By whatever links it is reached, it is one queue, whose log is beside the file itself. */
  private static void useThroughLinks(Path own) throws Exception {
    Path real = Files.createDirectory(own.resolve("real")).resolve("queue.db");
    Path link = Files.createSymbolicLink(own.resolve("link.db"), Path.of("real/queue.db"));
    Path chain = Files.createSymbolicLink(own.resolve("chain.db"), link);
    Path through = Files.createSymbolicLink(own.resolve("through"), Path.of("real"));
    Arborist.create(real);
    try (Arborist held = Arborist.open(link)) {
      held.queue().enqueue(NewTask.of("held").build());
      int tasks = 1;
      for (Path path : List.of(real, link, chain, through.resolve("queue.db"))) {
        tasks++;
        add(path, tasks);
      }
      Violation.unless(
          held.browser().list(TaskQuery.ALL).tasks().size() == tasks, "links lead to two queues");
    }
    List<String> names = Contents.of(own).keySet().stream().toList();
    Violation.unless(
        names.equals(List.of("", "chain.db", "link.db", "real", "real/queue.db", "through")),
        "links left " + names);
  }

  private static void add(Path path, int tasks) {
    try (Arborist arborist = Arborist.open(path)) {
      arborist.queue().enqueue(NewTask.of("p").build());
      int found = arborist.browser().list(TaskQuery.ALL).tasks().size();
      Violation.unless(found == tasks, path + " holds " + found + " tasks, not " + tasks);
    }
  }
}
