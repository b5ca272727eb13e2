package dev.arborist.perf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What the machine itself can do, to read the other figures by. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RulerBenchmark {

  private static final int PAGE_BYTES = 4096;

  private Path file;
  private FileChannel channel;
  private ByteBuffer page;

  /** Starts a file where the queues are. */
  @Setup(Level.Iteration)
  public void open() throws IOException {
    Path directory = Path.of(System.getProperty(BenchmarkQueue.DIRECTORY, "target/queues"));
    Files.createDirectories(directory);
    file = Files.createTempFile(directory, "ruler", ".bin");
    channel = FileChannel.open(file, StandardOpenOption.WRITE);
    page = ByteBuffer.allocateDirect(PAGE_BYTES);
  }

  /** Deletes the file. */
  @TearDown(Level.Iteration)
  public void close() throws IOException {
    channel.close();
    Files.delete(file);
  }

  /** Appends a page and waits until it is on the disk, as every durable commit must at least. */
  @Benchmark
  public int fsync() throws IOException {
    page.clear();
    int written = channel.write(page);
    channel.force(false);
    return written;
  }
}
