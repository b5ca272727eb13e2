package dev.arborist.determinism.crash;

import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Experiment;
import dev.arborist.determinism.lab.ExperimentMain;
import dev.arborist.determinism.lab.FreshJvm;
import dev.arborist.determinism.lab.Violation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Does an experiment in a JVM in which all connections pass through {@link Seam}. */
final class ThroughSeam {

  private ThroughSeam() {}

  /**
   * Does it there.
   *
   * @param experiment made without parameters there
   * @param options of the JVM
   */
  static Done run(Class<? extends Experiment> experiment, Path directory, String... options)
      throws Exception {
    Path patched = Files.createDirectory(directory.resolve("seam"));
    Seam.PATCH.compile(patched);
    Path work = Files.createDirectory(directory.resolve("work"));
    FreshJvm.Result result =
        ExperimentMain.program(experiment, work).options(List.of(options)).before(patched).run();
    Violation.unless(result.exitCode() != ExperimentMain.FOUND, result.output().strip());
    if (result.exitCode() != 0) {
      throw new IllegalStateException(result.output());
    }
    return Done.parse(result.output().strip());
  }
}
