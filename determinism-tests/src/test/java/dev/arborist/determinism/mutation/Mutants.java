package dev.arborist.determinism.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What became of the mutants of some code.
 *
 * @param killed how many a test has found
 * @param timedOut how many of these by never ending, as far as PIT waits
 * @param survivors the others, each as its class, method, line, change and fate
 */
record Mutants(int killed, int timedOut, List<String> survivors) {

  private static final String TIMED_OUT = "TIMED_OUT";

  /** A test failed, never ended or ran out of memory; an error of PIT itself proves nothing. */
  private static final Set<String> KILLED = Set.of("KILLED", TIMED_OUT, "MEMORY_ERROR");

  private static final int CLASS = 1;
  private static final int MUTATOR = 2;
  private static final int METHOD = 3;
  private static final int LINE = 4;
  private static final int FATE = 5;

  /** Reads what PIT has written: a line for each mutant. */
  static Mutants read(Path csv) throws IOException {
    int killed = 0;
    int timedOut = 0;
    List<String> survivors = new ArrayList<>();
    for (String line : Files.readAllLines(csv)) {
      String[] fields = line.split(",", -1);
      if (KILLED.contains(fields[FATE])) {
        killed++;
        timedOut += fields[FATE].equals(TIMED_OUT) ? 1 : 0;
      } else {
        survivors.add(
            "%s.%s:%s %s %s"
                .formatted(
                    last(fields[CLASS]),
                    fields[METHOD],
                    fields[LINE],
                    last(fields[MUTATOR]).replace("Mutator", ""),
                    fields[FATE]));
      }
    }
    return new Mutants(killed, timedOut, List.copyOf(survivors));
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  int total() {
    return killed + survivors.size();
  }

  double killedPercent() {
    return 100.0 * killed / total();
  }
}
