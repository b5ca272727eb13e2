package dev.arborist.determinism.fuzz;

import dev.arborist.determinism.lab.FreshJvm;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the first cases of a seed, and prints them: {@code DIRECTORY}, an empty one. */
final class CasesMain {

  private static final int CASES = 400;

  private CasesMain() {}

  /** What it prints in a JVM of its own. */
  static FreshJvm.Result inAFreshJvm(Path directory) throws Exception {
    Path own = Files.createTempDirectory(directory, "cases");
    return new FreshJvm(CasesMain.class, own.toString()).run();
  }

  public static void main(String[] arguments) throws Exception {
    Template template = Template.make(Path.of(arguments[0]));
    Arguments typed = new Arguments();
    SpoiltFiles spoilt = new SpoiltFiles(template);
    for (int number = 1; number <= CASES; number++) {
      System.out.println(typed.next(FuzzRun.random(1, number)));
      System.out.println(spoilt.next(FuzzRun.random(1, number)));
    }
  }
}
