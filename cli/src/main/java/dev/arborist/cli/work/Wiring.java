package dev.arborist.cli.work;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The standard streams of a program that is to be started, under names that last until it is.
 *
 * <p>Its input is a file, so nobody has to write while it reads. Its outputs are named pipes, made
 * by the program that every Unix has for it. They are read through channels, which can be closed
 * while a thread waits for more; a thread that reads one of the JDK's pipes cannot leave it while
 * any process holds the other end open. For one thread.
 */
final class Wiring implements AutoCloseable {

  private final Machine machine;
  private final Path directory;
  private final Path in;
  private final Path out;
  private final Path err;
  private final List<FileChannel> writers = new ArrayList<>();
  private final List<FileChannel> readers = new ArrayList<>();

  private Wiring(Machine machine, Path directory) {
    this.machine = machine;
    this.directory = directory;
    in = directory.resolve("in");
    out = directory.resolve("out");
    err = directory.resolve("err");
  }

  /**
   * Makes the streams, where only this user can reach them.
   *
   * @param input what the program is to read
   * @throws IOException when the machine refuses them; nothing is left of them
   */
  static Wiring make(Machine machine, ByteArrayOutputStream input)
      throws IOException, InterruptedException {
    Wiring wiring = new Wiring(machine, Files.createTempDirectory("arborist-run"));
    try {
      Files.write(wiring.in, input.toByteArray());
      wiring.makePipes();
      wiring.readers.add(wiring.open(wiring.out));
      wiring.readers.add(wiring.open(wiring.err));
      return wiring;
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      wiring.close();
      throw e;
    }
  }

  private void makePipes() throws IOException, InterruptedException {
    Process process =
        machine.start(
            new ProcessBuilder("mkfifo", out.toString(), err.toString()).redirectErrorStream(true));
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said.strip());
    }
  }

  /** A pipe without a writer has ended, and opening it waits for one: so it gets one for now. */
  private FileChannel open(Path pipe) throws IOException {
    writers.add(FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE));
    return FileChannel.open(pipe, StandardOpenOption.READ);
  }

  /** Where standard output is read. */
  FileChannel out() {
    return readers.get(0);
  }

  /** Where standard error is read. */
  FileChannel err() {
    return readers.get(1);
  }

  /** Starts a program with these streams; who reads its outputs has to close them then. */
  Process start(ProcessBuilder program) throws IOException {
    Process process =
        machine.start(
            program
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile()));
    readers.clear();
    return process;
  }

  /**
   * Forgets the names, and leaves the streams to the program that was started; from now on its
   * outputs end when no process has them. If none was started, their readers are closed.
   */
  @Override
  public void close() {
    writers.forEach(Wiring::close);
    readers.forEach(Wiring::close);
    List.of(in, out, err, directory).forEach(Wiring::delete);
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      return; // nothing was written to it, so nothing is lost
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      return; // what is left among the temporary files does no harm
    }
  }
}
