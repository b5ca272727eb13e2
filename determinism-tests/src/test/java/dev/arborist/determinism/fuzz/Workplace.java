package dev.arborist.determinism.fuzz;

import dev.arborist.Arborist;
import dev.arborist.adapters.sqlite.Durability;
import dev.arborist.cli.CommandsInProcess;
import dev.arborist.cli.CommandsInProcess.Outcome;
import dev.arborist.determinism.lab.FileTree;
import dev.arborist.determinism.lab.Violation;
import dev.arborist.domain.upkeep.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A directory in which cases are run one after another, each of which finds it as the template is:
 * what a case has changed is put back.
 */
final class Workplace implements AutoCloseable {

  private static final Map<String, String> ENVIRONMENT = Map.of("ARBORIST_DURABILITY", "normal");

  private final Path directory;
  private final Path queue;
  private final Template template;
  private final FuzzCase.Start start;
  private Arborist watcher;
  private long revision;
  private Map<String, String> files;

  /** A directory that is not there yet. */
  Workplace(Path directory, Template template, FuzzCase.Start start) throws IOException {
    this.directory = directory;
    this.template = template;
    this.start = start;
    queue = directory.resolve(Template.QUEUE);
    lay();
    watcher = watch();
    files = listing();
  }

  private void lay() throws IOException {
    for (Map.Entry<String, byte[]> file : template.files().entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    Files.write(queue, template.queues().get(start));
  }

  private Arborist watch() {
    Arborist arborist = Arborist.at(queue).durability(Durability.NORMAL).open();
    revision = arborist.browser().revision();
    return arborist;
  }

  /**
   * Runs a case and judges it.
   *
   * @param thoroughly whether what has changed is also written and read again
   * @return the exit code
   */
  int run(FuzzCase one, boolean thoroughly, Tally tally) throws IOException {
    for (Map.Entry<String, byte[]> file : one.files().entrySet()) {
      Files.write(directory.resolve(file.getKey()), file.getValue());
    }
    Map<String, String> before = one.files().isEmpty() ? files : listing();
    byte[] in = one.in().getBytes(StandardCharsets.UTF_8);
    Outcome outcome = CommandsInProcess.outcome(directory, ENVIRONMENT, in, one.arguments());
    Oracle.judge(one, outcome);
    boolean committed = watcher.browser().revision() != revision;
    boolean written = !listing().equals(before);
    if (Oracle.isRefusal(outcome)) {
      Violation.unless(
          !committed || Template.export(watcher).equals(template.exports().get(start)),
          "what is refused has changed the queue: " + outcome.err());
      Violation.unless(
          !written || one.writesTwice(),
          "what is refused has left a file behind: " + outcome.err() + listing());
    } else if (committed) {
      tally.changed();
      examine(thoroughly, tally);
    }
    if (committed || written) {
      putBack();
    } else {
      for (String file : one.files().keySet()) {
        Files.delete(directory.resolve(file));
      }
    }
    return outcome.exitCode();
  }

  private void examine(boolean thoroughly, Tally tally) throws IOException {
    List<Finding> findings = watcher.upkeep().diagnose(false).findings();
    Violation.unless(findings.isEmpty(), "the doctor finds " + findings);
    if (thoroughly) {
      roundTrip();
      tally.readAgain();
    }
  }

  /** What is written can be read, and is written in the same way again. */
  private void roundTrip() throws IOException {
    String lines = Template.export(watcher);
    Path place = Files.createDirectory(directory.resolve("again"));
    byte[] in = lines.getBytes(StandardCharsets.UTF_8);
    Files.write(place.resolve("again.db"), template.queues().get(FuzzCase.Start.EMPTY));
    Outcome outcome =
        CommandsInProcess.outcome(
            place, ENVIRONMENT, in, List.of("import", "--db", "again.db", "-"));
    Violation.unless(
        outcome.exitCode() == 0, "an export cannot be imported: " + outcome.err() + lines);
    try (Arborist again = Arborist.open(place.resolve("again.db"))) {
      String second = Template.export(again);
      Violation.unless(second.equals(lines), "of the export\n" + lines + "came\n" + second);
    }
    FileTree.delete(place);
  }

  /** Everything but the queue, with its size and when it was written. */
  private Map<String, String> listing() throws IOException {
    Map<String, String> listing = new TreeMap<>();
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
            if (!file.toString().startsWith(queue.toString())) {
              listing.put(file.toString(), is.size() + " bytes of " + is.lastModifiedTime());
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return listing;
  }

  private void putBack() throws IOException {
    watcher.close();
    FileTree.delete(directory);
    lay();
    watcher = watch();
    files = listing();
  }

  @Override
  public void close() {
    watcher.close();
  }
}
