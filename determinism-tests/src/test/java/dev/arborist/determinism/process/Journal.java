package dev.arborist.determinism.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process asked the queue for and what it was told, on the disk before it goes on.
 *
 * <p>A line {@code begin WHAT} is there before anything is asked, and a line {@code ack WHAT},
 * {@code refused WHAT}, {@code locked WHAT}, {@code unknown WHAT} or {@code failed WHAT} as soon as
 * the answer is known. A beginning without an end is unknown too: the process was killed in
 * between. Each line begins with the time by the clock of the machine, which all processes share.
 */
final class Journal implements AutoCloseable {

  /**
   * A line.
   *
   * @param millis when it was written
   * @param kind whether something was asked for, or what was the answer
   * @param words the operation, and what of it
   */
  record Line(long millis, String kind, List<String> words) {

    long number(int at) {
      return Long.parseLong(words.get(at));
    }

    String word(int at) {
      return words.get(at);
    }

    /** Whether it tells of a task and a token. */
    boolean isOfHold() {
      return words.size() > 2;
    }

    @Override
    public String toString() {
      return kind + " " + String.join(" ", words);
    }
  }

  private final FileChannel file;

  Journal(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  void add(String kind, Object... words) {
    StringBuilder line = new StringBuilder().append(System.currentTimeMillis());
    line.append(' ').append(kind);
    for (Object word : words) {
      line.append(' ').append(word);
    }
    try {
      file.write(ByteBuffer.wrap(line.append('\n').toString().getBytes(StandardCharsets.UTF_8)));
      file.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a journal; one that was cut off when its process was killed is none. */
  static List<Line> read(Path path) throws IOException {
    List<Line> lines = new ArrayList<>();
    String text = Files.readString(path);
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      List<String> words = List.of(line.split(" ", -1));
      long millis = Long.parseLong(words.get(0));
      lines.add(new Line(millis, words.get(1), words.subList(2, words.size())));
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
