package dev.arborist.determinism.canary;

import dev.arborist.determinism.lab.Experiment;
import dev.arborist.determinism.lab.Violation;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/**
 * Does one experiment: {@code CLASS DIRECTORY}. Ends with 3 when that has found something, and with
 * 4 when it cannot be done here.
 */
final class CanaryMain {

  static final int FOUND = 3;
  static final int ABORTED = 4;

  private CanaryMain() {}

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
    } catch (TestAbortedException e) {
      System.out.println(e.getMessage());
      System.exit(ABORTED);
    }
  }
}
