package dev.arborist.determinism.simulation;

import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Experiment;
import dev.arborist.determinism.lab.Lab;
import dev.arborist.determinism.lab.Parts;
import dev.arborist.determinism.lab.Parts.Part;
import dev.arborist.determinism.lab.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Simulations of many seeds, some of them twice. */
public final class SimulationExperiment implements Experiment {

  /** Replays the simulation of one seed instead, and prints what happened in it. */
  static final String SEED = Lab.SIMULATION_SEED;

  private static final int STEPS = 60;
  private static final int REPLAY_EVERY = 50;
  private static final int LINES_SHOWN = 25;

  private final int seeds;

  /** As many as find the faults that we know of. */
  public SimulationExperiment() {
    this(60);
  }

  SimulationExperiment(int seeds) {
    this.seeds = seeds;
  }

  @Override
  public Done run(Path directory) throws Exception {
    Long wanted = Long.getLong(SEED);
    if (wanted != null) {
      one(directory, wanted, System.out::println);
      return Done.of("seeds", 1);
    }
    int threads = Runtime.getRuntime().availableProcessors();
    List<Part> simulations = new ArrayList<>();
    for (long i = 1; i <= seeds; i++) {
      long seed = i;
      simulations.add(new Part("seed " + seed, () -> simulate(directory, seed)));
    }
    Done all = Parts.of("simulation").run(threads, simulations);
    Violation.unless(
        all.counts().values().stream().noneMatch(count -> count == 0),
        "nothing was simulated: " + all);
    return all;
  }

  private static Done simulate(Path directory, long seed) throws IOException {
    Simulation simulation = one(directory.resolve("seed-" + seed), seed, line -> {});
    boolean isReplayed = seed % REPLAY_EVERY == 0;
    if (isReplayed) {
      List<String> log = simulation.log();
      List<String> again = one(directory.resolve("again-" + seed), seed, line -> {}).log();
      Violation.unless(
          again.equals(log), "seed " + seed + " gave two histories:\n" + log + "\n" + again);
    }
    return Done.of("seeds", 1)
        .and("steps", STEPS)
        .and("seeds replayed", isReplayed ? 1 : 0)
        .and(simulation.done());
  }

  /**
   * The simulation of a seed, when it has ended.
   *
   * @param printer is told all that has happened, also when it ends in a violation
   */
  private static Simulation one(Path directory, long seed, Consumer<String> printer)
      throws IOException {
    Files.createDirectories(directory);
    Simulation simulation = new Simulation(directory, seed);
    try (simulation) {
      simulation.run(STEPS);
      simulation.tasks().forEach(task -> simulation.log().add(task.toString()));
    } catch (Violation | RuntimeException e) {
      List<String> log = simulation.log();
      Violation violation =
          new Violation(
              (e instanceof Violation ? e.getMessage() : e)
                  + "\nin the simulation of seed "
                  + seed
                  + ", which -D"
                  + SEED
                  + "="
                  + seed
                  + " replays; before that:\n"
                  + String.join(
                      "\n", log.subList(Math.max(0, log.size() - LINES_SHOWN), log.size())));
      violation.initCause(e);
      throw violation;
    } finally {
      simulation.log().forEach(printer);
    }
    return simulation;
  }
}
