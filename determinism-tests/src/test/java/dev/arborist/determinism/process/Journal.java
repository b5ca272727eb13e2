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
 * <p>A line {@code begin WHAT} is there before anything is asked, and a line {@code ack WHAT} or
 * {@code refused WHAT} as soon as the answer is known. A beginning without an end is unknown: the
 * process was killed in between.
 */
final class Journal implements AutoCloseable {

  /** A line; what of it depends on the operation. */
  record Line(String kind, List<String> words) {

    long number(int at) {
      return Long.parseLong(words.get(at));
    }

    String word(int at) {
      return words.get(at);
    }
  }

  private final FileChannel file;

  Journal(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  void add(String kind, Object... words) {
    StringBuilder line = new StringBuilder(kind);
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
      lines.add(new Line(words.get(0), words.subList(1, words.size())));
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
