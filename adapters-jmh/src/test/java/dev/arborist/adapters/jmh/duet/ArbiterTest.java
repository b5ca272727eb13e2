package dev.arborist.adapters.jmh.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.out.PairSource.PairPlan;
import dev.arborist.domain.validation.duet.LaunchPair;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.turns.TurnSignals;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two sides that speak as the profiler does, over sockets, and sleep instead of measuring. */
class ArbiterTest {

  private static final int EPOCHS = 6;
  private static final PairPlan PLAN =
      new PairPlan(
          new PairedBenchmark("a.B.c", "avgt", new TreeMap<>()), false, 0, true, EPOCHS, 1);

  private final ExecutorService sides = Executors.newCachedThreadPool();
  private final Map<Side, TurnTaker> takers = new EnumMap<>(Side.class);
  private final List<String> events = new ArrayList<>();
  private ServerSocket server;

  @BeforeEach
  void open() throws IOException {
    server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    for (TurnTaker taker : takers.values()) {
      taker.close();
    }
    server.close();
    sides.shutdownNow();
  }

  private Future<Void> connect(Side side, long turnMillis, Duration patience) throws Exception {
    Future<Void> ended = sides.submit(measuring(turnMillis));
    takers.put(side, TurnTaker.of(server.accept(), patience));
    return ended;
  }

  private Callable<Void> measuring(long turnMillis) {
    return () -> {
      try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        introduce(out);
        for (int i = 0; i < EPOCHS; i++) {
          out.writeByte(TurnSignals.READY);
          out.writeBoolean(false);
          assertEquals(TurnSignals.TURN, in.readByte());
          Thread.sleep(turnMillis);
          report(out);
          assertEquals(TurnSignals.RELEASE, in.readByte());
        }
      }
      return null;
    };
  }

  private static void introduce(DataOutputStream out) throws IOException {
    out.writeByte(TurnSignals.INTRODUCTION);
    out.writeInt(TurnSignals.VERSION);
    for (String text : List.of("token", "a.B.c", "avgt")) {
      out.writeUTF(text);
    }
    out.writeInt(0); // parameters
    out.writeInt(1); // threads
    out.writeUTF("1.37");
  }

  private static void report(DataOutputStream out) throws IOException {
    out.writeByte(TurnSignals.REPORT);
    out.writeDouble(1);
    out.writeUTF("us/op");
    for (int i = 0; i < 4; i++) {
      out.writeLong(1);
    }
    out.writeInt(0);
  }

  /** Else the quick one's turn lasts until the slow one has been heard. */
  @Test
  void aSharedTurnEndsWithItsOwnReport() throws Exception {
    List<Future<Void>> ended =
        List.of(
            connect(Side.BASELINE, 5, Duration.ofSeconds(60)),
            connect(Side.CANDIDATE, 200, Duration.ofSeconds(60)));

    LaunchPair pair =
        new Arbiter(takers, PLAN, () -> events.add("measuring"), () -> events.add("end")).run(true);

    for (Future<Void> side : ended) {
      side.get();
    }
    for (int i = 0; i < EPOCHS; i++) {
      long quick = pair.baseline().epochs().get(i).turnNanos();
      long slow = pair.candidate().epochs().get(i).turnNanos();
      assertTrue(quick < slow, quick + " ns is not less than " + slow + " ns");
    }
    assertEquals(List.of("measuring", "end"), events);
  }

  @Test
  void whoSaysNothingInASharedTurnHangs() throws Exception {
    List<Future<Void>> asleep =
        List.of(
            connect(Side.BASELINE, 60_000, Duration.ofMillis(300)),
            connect(Side.CANDIDATE, 60_000, Duration.ofMillis(300)));

    SideFailure failure =
        assertThrows(
            SideFailure.class, () -> new Arbiter(takers, PLAN, () -> {}, () -> {}).run(true));

    assertEquals(SideFailure.Kind.HANGS, failure.kind());
    assertEquals(Duration.ofMillis(300), failure.waited());
    asleep.forEach(side -> side.cancel(true));
  }
}
