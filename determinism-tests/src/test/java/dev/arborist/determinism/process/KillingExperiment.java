package dev.arborist.determinism.process;

import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Experiment;
import dev.arborist.determinism.lab.Parts;
import dev.arborist.determinism.lab.Parts.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Processes work on one file while one after the other is killed, or stopped for longer than its
 * lease, and others take their places.
 */
public final class KillingExperiment implements Experiment {

  private final int rounds;
  private final int victims;
  private final long pauseMillis;

  /** As many as find the faults that we know of. */
  public KillingExperiment() {
    this(1, 4, 700);
  }

  /** So many rounds, each with so many victims. */
  KillingExperiment(int rounds, int victims, long pauseMillis) {
    this.rounds = rounds;
    this.victims = victims;
    this.pauseMillis = pauseMillis;
  }

  @Override
  public Done run(Path directory) throws Exception {
    List<Part> parts = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      Path own = directory.resolve("round-" + round);
      KillingRound one = new KillingRound(victims, pauseMillis, round);
      parts.add(new Part("round " + round, () -> one.run(Files.createDirectory(own))));
    }
    return Parts.of("processes").run(1, parts);
  }
}
