package dev.arborist.determinism.crash;

import dev.arborist.determinism.lab.Experiment;
import dev.arborist.determinism.lab.FreshJvm;
import dev.arborist.determinism.lab.Violation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Does an experiment in a JVM in which all connections pass through {@link Seam}. */
final class ThroughSeam {

  private static final int FOUND = 3;

  private ThroughSeam() {}

  /**
   * Does it there.
   *
   * @param experiment made without parameters there
   * @param options of the JVM
   * @return what it did
   */
  static String run(Class<? extends Experiment> experiment, Path directory, String... options)
      throws Exception {
    Path patched = Files.createDirectory(directory.resolve("seam"));
    Seam.PATCH.compile(patched);
    Path work = Files.createDirectory(directory.resolve("work"));
    FreshJvm.Result result =
        new FreshJvm(ThroughSeam.class, experiment.getName(), work.toString())
            .options(List.of(options))
            .before(patched)
            .run();
    Violation.unless(result.exitCode() != FOUND, result.output().strip());
    if (result.exitCode() != 0) {
      throw new IllegalStateException(result.output());
    }
    return result.output().strip();
  }

  public static void main(String[] arguments) throws Exception {
    Experiment experiment =
        Class.forName(arguments[0])
            .asSubclass(Experiment.class)
            .getDeclaredConstructor()
            .newInstance();
    try {
      System.out.println(experiment.run(Path.of(arguments[1])));
    } catch (Violation violation) {
      System.out.println(violation.getMessage());
      System.exit(FOUND);
    }
  }
}
