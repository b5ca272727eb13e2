package dev.arborist.determinism.fuzz;

import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Experiment;
import java.nio.file.Files;
import java.nio.file.Path;

/** Command lines made from the product's own grammar and spoilt. */
public final class ArgumentsExperiment implements Experiment {

  private final long seed;
  private final int cases;

  /** As many as find the faults that we know of. */
  public ArgumentsExperiment() {
    this(1, 600);
  }

  ArgumentsExperiment(long seed, int cases) {
    this.seed = seed;
    this.cases = cases;
  }

  @Override
  public Done run(Path directory) throws Exception {
    Template template = Template.make(Files.createDirectory(directory.resolve("template")));
    Arguments arguments = new Arguments();
    return new FuzzRun(directory, seed, template, arguments::next).run(cases);
  }
}
