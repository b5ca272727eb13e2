package dev.arborist.adapters.jmh.duet;

import dev.arborist.adapters.jmh.JmhUnit;
import dev.arborist.domain.validation.duet.Epoch;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.turns.TurnSignals;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/** A measuring JVM, as the arbiter sees it through its connection. */
final class TurnTaker implements AutoCloseable {

  /** The unit of JMH's counts of events. */
  private static final String EVENTS = "#";

  private static final int LOOK_MILLIS = 1;

  private final Socket socket;
  private final Duration patience;
  private final DataInputStream in;
  private final String token;
  private final PairedBenchmark benchmark;
  private final int threads;
  private Dimension dimension = Dimension.TIME;
  private long turnBegan;

  private TurnTaker(
      Socket socket,
      Duration patience,
      DataInputStream in,
      String token,
      PairedBenchmark benchmark,
      int threads) {
    this.socket = socket;
    this.patience = patience;
    this.in = in;
    this.token = token;
    this.benchmark = benchmark;
    this.threads = threads;
  }

  /**
   * Hears who has connected.
   *
   * @param patience how long to wait for anything that it says
   * @throws IOException when it is no profiler of this version
   */
  static TurnTaker of(Socket socket, Duration patience) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
    DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    if (in.readByte() != TurnSignals.INTRODUCTION || in.readInt() != TurnSignals.VERSION) {
      throw new IOException("it is no profiler of this version");
    }
    String token = in.readUTF();
    String name = in.readUTF();
    String mode = in.readUTF();
    SortedMap<String, String> params = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      params.put(in.readUTF(), in.readUTF());
    }
    int threads = in.readInt();
    in.readUTF(); // the version of JMH
    PairedBenchmark benchmark = new PairedBenchmark(name, mode, params);
    return new TurnTaker(socket, patience, in, token, benchmark, threads);
  }

  String token() {
    return token;
  }

  /** What it runs. */
  PairedBenchmark benchmark() {
    return benchmark;
  }

  /** How many threads run the benchmark. */
  int threads() {
    return threads;
  }

  /** What it measures, known after a report. */
  Dimension dimension() {
    return dimension;
  }

  /** Waits until it is ready, for an iteration of the warm-up or one that counts. */
  void awaitReady(Side side, boolean isWarmup) throws SideFailure {
    try {
      expect(side, TurnSignals.READY);
      if (in.readBoolean() != isWarmup) {
        throw strays(side, "runs another number of iterations than was asked for");
      }
    } catch (IOException e) {
      throw failure(side, e);
    }
  }

  void giveTurn(Side side) throws SideFailure {
    turnBegan = System.nanoTime();
    send(side, TurnSignals.TURN);
  }

  void release(Side side) throws SideFailure {
    send(side, TurnSignals.RELEASE);
  }

  /** Whether its turn is over, one way or another; looks for a millisecond. */
  boolean reports(Side side) throws SideFailure {
    if (System.nanoTime() - turnBegan > patience.toNanos()) {
      throw failure(side, new SocketTimeoutException());
    }
    try {
      socket.setSoTimeout(LOOK_MILLIS);
      try {
        in.mark(1);
        in.read();
        in.reset();
        return true;
      } catch (SocketTimeoutException e) {
        return false;
      } finally {
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
      }
    } catch (IOException e) {
      throw failure(side, e);
    }
  }

  /** Waits until its turn is over, and reads what it measured. */
  Epoch awaitReport(Side side) throws SideFailure {
    try {
      expect(side, TurnSignals.REPORT);
      final long turnNanos = System.nanoTime() - turnBegan;
      double score = in.readDouble();
      String unitName = in.readUTF();
      JmhUnit unit =
          JmhUnit.find(unitName)
              .orElseThrow(() -> strays(side, "measures in " + unitName + ", which is not known"));
      dimension = unit.dimension();
      long measured = in.readLong();
      long all = in.readLong();
      long bytes = in.readLong();
      long delayNanos = in.readLong();
      SortedMap<String, Double> counters = readCounters(measured);
      if (!(score > 0 && Double.isFinite(score))) {
        throw strays(side, "measured " + score + " " + unitName + ": no operation was completed");
      }
      return new Epoch(score * unit.factor(), all, bytes, turnNanos, delayNanos, counters);
    } catch (IOException e) {
      throw failure(side, e);
    }
  }

  private SortedMap<String, Double> readCounters(long operations) throws IOException {
    SortedMap<String, Double> counters = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String label = in.readUTF();
      String unit = in.readUTF();
      double value = in.readDouble();
      if (unit.equals(EVENTS) && operations > 0 && Double.isFinite(value)) {
        counters.put(label, value / operations);
      }
    }
    return counters;
  }

  private void expect(Side side, int wanted) throws IOException, SideFailure {
    int signal = in.readByte();
    if (signal != wanted) {
      throw strays(side, "runs another number of iterations than was asked for");
    }
  }

  private void send(Side side, int signal) throws SideFailure {
    try {
      socket.getOutputStream().write(signal);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw failure(side, e);
    }
  }

  private static SideFailure strays(Side side, String how) {
    return new SideFailure(side, SideFailure.Kind.STRAYS, how);
  }

  private SideFailure failure(Side side, IOException e) {
    if (e instanceof SocketTimeoutException) {
      return SideFailure.hangs(side, "hangs", patience);
    }
    return new SideFailure(side, SideFailure.Kind.ENDED, "ended early");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
