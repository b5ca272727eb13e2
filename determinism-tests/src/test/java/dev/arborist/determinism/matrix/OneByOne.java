package dev.arborist.determinism.matrix;

import dev.arborist.determinism.lab.Parallel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * What a product writes otherwise when one circumstance alone is another, on each JDK.
 *
 * <p>Several faults can be planted at once: of one that depends on a circumstance nothing is seen
 * in another.
 *
 * @param hashes of every artefact, by the version of the JDK and by what was another
 */
public record OneByOne(Map<Integer, Map<Circumstance, Map<String, String>>> hashes) {

  private static final int AT_A_TIME = 2;

  /**
   * Makes everything under the usual circumstances, and again with each of them another.
   *
   * @param directory an empty one
   * @param patched the classes that have the faults
   */
  public static OneByOne make(Path directory, Path patched) throws Exception {
    List<Jdks.Jdk> jdks = Jdks.found();
    CellRuns runs = new CellRuns(directory, List.of(patched));
    Map<Integer, Map<Circumstance, Map<String, String>>> hashes = new TreeMap<>();
    List<Callable<Void>> things = new ArrayList<>();
    for (Jdks.Jdk jdk : jdks) {
      Map<Circumstance, Map<String, String>> own = new EnumMap<>(Circumstance.class);
      hashes.put(jdk.version(), own);
      for (Circumstance circumstance : Circumstance.values()) {
        Cell cell = Axis.cell(things.size() + 1, jdk, circumstance);
        things.add(() -> put(own, circumstance, runs, cell));
      }
    }
    Parallel.run(AT_A_TIME, things);
    return new OneByOne(hashes);
  }

  private static Void put(
      Map<Circumstance, Map<String, String>> own,
      Circumstance circumstance,
      CellRuns runs,
      Cell cell)
      throws IOException, InterruptedException {
    Map<String, String> made = runs.hashes(cell);
    synchronized (own) {
      own.put(circumstance, made);
    }
    return null;
  }

  /**
   * The JDKs on which an artefact is the same whether or not a circumstance is another; one that
   * depends on the start alone, in all JVMs.
   */
  public List<Integer> sameOn(String artefact, Circumstance circumstance) {
    return hashes.keySet().stream()
        .filter(jdk -> !differs(hashes.get(jdk), artefact, circumstance))
        .toList();
  }

  private static boolean differs(
      Map<Circumstance, Map<String, String>> made, String artefact, Circumstance circumstance) {
    String usual = hash(made, Circumstance.START, artefact);
    return circumstance == Circumstance.START
        ? made.keySet().stream().anyMatch(other -> !hash(made, other, artefact).equals(usual))
        : !hash(made, circumstance, artefact).equals(usual);
  }

  private static String hash(
      Map<Circumstance, Map<String, String>> made, Circumstance circumstance, String artefact) {
    String hash = made.getOrDefault(circumstance, Map.of()).get(artefact);
    if (hash == null) {
      throw new IllegalArgumentException("no " + artefact + " was made under " + circumstance);
    }
    return hash;
  }
}
