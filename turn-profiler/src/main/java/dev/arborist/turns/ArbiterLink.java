package dev.arborist.turns;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/**
 * The connection to the arbiter.
 *
 * <p>A thread of its own reads it, so that this JVM ends as soon as the arbiter does, also in the
 * middle of an iteration.
 */
final class ArbiterLink {

  private static final int FAILED = 70;

  private final BlockingQueue<Integer> signals = new LinkedBlockingQueue<>();
  private final DataOutputStream out;

  private ArbiterLink(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    InputStream in = socket.getInputStream();
    Thread reader = new Thread(() -> read(in), "arborist-turns");
    reader.setDaemon(true);
    reader.start();
  }

  /** Connects to an arbiter on this machine. */
  static ArbiterLink connect(int port) throws IOException {
    return new ArbiterLink(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  /** Says which benchmark this JVM runs. */
  void introduce(String token, BenchmarkParams params) throws IOException {
    out.writeByte(TurnSignals.INTRODUCTION);
    out.writeInt(TurnSignals.VERSION);
    out.writeUTF(token);
    out.writeUTF(params.getBenchmark());
    out.writeUTF(params.getMode().shortLabel());
    out.writeInt(params.getParamsKeys().size());
    for (String key : params.getParamsKeys()) {
      out.writeUTF(key);
      out.writeUTF(params.getParam(key));
    }
    out.writeInt(params.getThreads());
    out.writeUTF(params.getJmhVersion());
    out.flush();
  }

  void ready(boolean isWarmup) throws IOException {
    out.writeByte(TurnSignals.READY);
    out.writeBoolean(isWarmup);
    out.flush();
  }

  void report(IterationResult result, long allocatedBytes, long delayNanos) throws IOException {
    Result<?> score = result.getPrimaryResult();
    out.writeByte(TurnSignals.REPORT);
    out.writeDouble(score.getScore());
    out.writeUTF(score.getScoreUnit());
    out.writeLong(result.getMetadata().getMeasuredOps());
    out.writeLong(result.getMetadata().getAllOps());
    out.writeLong(allocatedBytes);
    out.writeLong(delayNanos);
    @SuppressWarnings("rawtypes") // as JMH declares it
    Map<String, Result> others = result.getSecondaryResults();
    out.writeInt(others.size());
    for (Result<?> other : others.values()) {
      out.writeUTF(other.getLabel());
      out.writeUTF(other.getScoreUnit());
      out.writeDouble(other.getScore());
    }
    out.flush();
  }

  void await(int wanted) throws IOException {
    try {
      int signal = signals.take();
      if (signal != wanted) {
        throw new IOException("the arbiter sent " + signal + " instead of " + wanted);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the turn", e);
    }
  }

  private void read(InputStream in) {
    try {
      int signal = in.read();
      while (signal >= 0) {
        signals.add(signal);
        signal = in.read();
      }
    } catch (IOException e) {
      end("the connection to the arbiter broke: " + e);
    }
    end("the arbiter is gone");
  }

  /** Ends this JVM at once: what it would measure out of turn is worth nothing. */
  static void end(String reason) {
    System.err.println("arborist turns: " + reason);
    Runtime.getRuntime().halt(FAILED);
  }
}
