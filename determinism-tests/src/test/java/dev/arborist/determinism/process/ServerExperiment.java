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
 * Processes whose clocks differ work on one queue on a server, while they are killed or stopped,
 * their connections cut, and the server is killed.
 */
public final class ServerExperiment implements Experiment {

  private final int rounds;
  private final int mishaps;
  private final long pauseMillis;

  /** As many as find the faults that we know of. */
  public ServerExperiment() {
    this(1, 4, 300);
  }

  /** So many rounds, in each of which so much happens. */
  ServerExperiment(int rounds, int mishaps, long pauseMillis) {
    this.rounds = rounds;
    this.mishaps = mishaps;
    this.pauseMillis = pauseMillis;
  }

  @Override
  public Done run(Path directory) throws Exception {
    List<Part> parts = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      Path own = directory.resolve("round-" + round);
      long seed = round;
      parts.add(new Part("round " + round, () -> round(own, seed)));
    }
    return Parts.of("processes on a server").run(1, parts);
  }

  private Done round(Path directory, long seed) throws Exception {
    Files.createDirectory(directory);
    try (ServerRound round = new ServerRound(directory, mishaps, pauseMillis, seed)) {
      return round.run();
    }
  }
}
