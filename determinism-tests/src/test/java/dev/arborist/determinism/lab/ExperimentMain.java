package dev.arborist.determinism.lab;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/**
 * Does one experiment in a JVM of its own: {@code CLASS DIRECTORY}. Prints what it did, or ends
 * with {@link #FOUND} or {@link #ABORTED} and says why.
 */
public final class ExperimentMain {

  /** How it ends when the experiment has found a fault. */
  public static final int FOUND = 3;

  /** How it ends when the experiment cannot be done here. */
  public static final int ABORTED = 4;

  private ExperimentMain() {}

  /** The program for an experiment, which is made without parameters there. */
  public static FreshJvm program(Class<? extends Experiment> experiment, Path directory) {
    return new FreshJvm(ExperimentMain.class, experiment.getName(), directory.toString());
  }

  /** Does it. */
  public static void main(String[] arguments) throws Exception {
    Constructor<? extends Experiment> constructor =
        Class.forName(arguments[0]).asSubclass(Experiment.class).getDeclaredConstructor();
    constructor.setAccessible(true); // most are known to their package only
    try {
      System.out.println(constructor.newInstance().run(Path.of(arguments[1])));
    } catch (Violation violation) {
      System.out.println(violation.getMessage());
      System.exit(FOUND);
    } catch (TestAbortedException e) {
      System.out.println(e.getMessage());
      System.exit(ABORTED);
    }
  }
}
