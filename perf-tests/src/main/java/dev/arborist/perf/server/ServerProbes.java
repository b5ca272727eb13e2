package dev.arborist.perf.server;

import dev.arborist.adapters.jmh.FreshJvmProbes.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is measured of a queue on a server, each in fresh JVMs. */
public final class ServerProbes {

  /** How many callers in how many processes. */
  private static final int[][] LOADS = {
    {1, 1}, {16, 1}, {16, 2}, {16, 4}, {64, 1}, {64, 2}, {64, 4}
  };

  /** Nothing is required of a load by itself. */
  private static final int LOAD_LAUNCHES = 2;

  private ServerProbes() {}

  /**
   * All of them.
   *
   * @param launches how many JVMs measure what something is required of
   */
  public static List<Probe> all(int launches) {
    List<Probe> probes = new ArrayList<>();
    for (int[] load : LOADS) {
      for (String store : List.of("sqlite", "postgres", "raw")) {
        probes.add(load(store, load[0], load[1]));
      }
    }
    probes.add(
        probe(
            ServerOverheadProbe.class.getName(),
            "claimComplete",
            Map.of("callers", "16"),
            List.of(),
            launches));
    probes.add(
        probe(
            ServerSizeProbe.class.getName(),
            "enqueueClaimComplete",
            Map.of("tasks", "1000000"),
            List.of(),
            launches));
    return probes;
  }

  private static Probe load(String store, int callers, int processes) {
    return probe(
        LoadProbe.class.getName(),
        "claimComplete",
        Map.of(
            "store", store,
            "callers", String.valueOf(callers),
            "processes", String.valueOf(processes)),
        List.of(store, String.valueOf(callers), String.valueOf(processes)),
        LOAD_LAUNCHES);
  }

  private static Probe probe(
      String program,
      String operation,
      Map<String, String> params,
      List<String> arguments,
      int launches) {
    return new Probe(program + "." + operation, params, program, arguments, launches);
  }
}
