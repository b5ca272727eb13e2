package dev.arborist.adapters.jmh.duet;

import dev.arborist.domain.validation.duet.PairedBenchmark;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** Where the JVMs of a pair connect, on a port of this machine that others cannot reach. */
final class Reception implements AutoCloseable {

  private static final int LOOK_MILLIS = 100;

  /** Four JVMs that start on a busy machine. */
  private static final Duration START = Duration.ofSeconds(60);

  private final ServerSocket server;
  private final Map<Side, TurnTaker> arrived = new EnumMap<>(Side.class);
  private final Map<Side, String> tokens = new EnumMap<>(Side.class);
  private final Duration patience;

  /**
   * Opens.
   *
   * @param patience how long to wait for what a JVM says next
   */
  Reception(Duration patience) throws IOException {
    this.patience = patience;
    server = new ServerSocket(0, Side.values().length, InetAddress.getLoopbackAddress());
    server.setSoTimeout(LOOK_MILLIS);
    for (Side side : Side.values()) {
      tokens.put(side, side + "-" + UUID.randomUUID());
    }
  }

  /** What the profiler of a side is told. */
  String address(Side side) {
    return server.getLocalPort() + ";" + tokens.get(side);
  }

  /**
   * Waits for both.
   *
   * @throws SideFailure when one ends before it has come, does not come in time or runs another
   *     benchmark
   */
  Map<Side, TurnTaker> await(PairedBenchmark wanted, Map<Side, Process> processes)
      throws IOException, SideFailure {
    long end = System.nanoTime() + start().toNanos();
    while (arrived.size() < Side.values().length) {
      try {
        welcome(server.accept(), wanted);
      } catch (SocketTimeoutException e) {
        requireRunning(processes, end);
      }
    }
    return arrived;
  }

  private Duration start() {
    return START.compareTo(patience) > 0 ? START : patience;
  }

  private void welcome(Socket socket, PairedBenchmark wanted) throws IOException, SideFailure {
    TurnTaker taker;
    try {
      taker = TurnTaker.of(socket, patience);
    } catch (IOException e) {
      socket.close(); // whoever it was is not a profiler
      return;
    }
    for (Side side : Side.values()) {
      if (taker.token().equals(tokens.get(side))) {
        arrived.put(side, taker);
        if (!taker.benchmark().equals(wanted)) {
          throw new SideFailure(
              side, SideFailure.Kind.STRAYS, "runs " + taker.benchmark().title() + " instead");
        }
        return;
      }
    }
    taker.close(); // a stranger
  }

  private void requireRunning(Map<Side, Process> processes, long end) throws SideFailure {
    for (Map.Entry<Side, Process> process : processes.entrySet()) {
      Side side = process.getKey();
      if (!arrived.containsKey(side)) {
        if (!process.getValue().isAlive()) {
          throw new SideFailure(side, SideFailure.Kind.ENDED, "ended before its first iteration");
        }
        if (System.nanoTime() > end) {
          throw SideFailure.hangs(side, "does not begin", start());
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (TurnTaker taker : arrived.values()) {
      taker.close();
    }
    server.close();
  }
}
