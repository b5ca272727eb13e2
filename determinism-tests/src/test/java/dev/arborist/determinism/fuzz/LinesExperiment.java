package dev.arborist.determinism.fuzz;

import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Experiment;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are imported, with bytes, values and lines of them spoilt. */
public final class LinesExperiment implements Experiment {

  private final long seed;
  private final int cases;

  /** As many as find the faults that we know of. */
  public LinesExperiment() {
    this(1, 800);
  }

  LinesExperiment(long seed, int cases) {
    this.seed = seed;
    this.cases = cases;
  }

  @Override
  public Done run(Path directory) throws Exception {
    Template template = Template.make(Files.createDirectory(directory.resolve("template")));
    return new FuzzRun(directory, seed, template, new SpoiltFiles(template)::next).run(cases);
  }
}
