package dev.arborist.determinism.matrix;

import dev.arborist.Arborist;
import dev.arborist.adapters.sqlite.Durability;
import dev.arborist.testkit.SequentialIds;
import dev.arborist.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes every artefact: {@code DIRECTORY}, an empty one. Prints under which circumstances, and a
 * hash of each.
 */
final class MatrixMain {

  private static final Path EXAMPLES = Path.of("..", "examples");

  private MatrixMain() {}

  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    Artefacts artefacts = new Artefacts(directory.resolve(MatrixExperiment.ARTEFACTS));
    Path garden = directory.resolve("garden").toAbsolutePath();
    Path file = garden.resolve(".arborist").resolve("queue.db");
    Arborist.create(file);
    TestClock clock = new TestClock();
    try (Arborist arborist =
        Arborist.at(file)
            .clock(clock)
            .ids(new SequentialIds())
            .durability(Durability.NORMAL)
            .open()) {
      SampleQueue.fill(arborist, clock);
      new QueueArtefacts(arborist, artefacts).write();
    }
    Path verdict = directory.resolve(MatrixExperiment.ARTEFACTS).resolve("verdict.json");
    new VerdictArtefacts(EXAMPLES).write(verdict.getParent(), artefacts);
    Files.copy(verdict, garden.resolve("verdict.json"));
    Circumstances.print();
    CommandArtefacts.write(EXAMPLES, garden, artefacts);
  }
}
