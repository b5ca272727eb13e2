package dev.arborist.determinism.crash;

import dev.arborist.determinism.lab.Violation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** What a session noted before and after each step, each line on the disk before it went on. */
final class SessionLog implements AutoCloseable {

  static final String BEGIN = "begin";
  static final String ACKNOWLEDGED = "ack";
  static final String FAILED = "failed";

  /** A step that failed so that nobody knew, and was found to be taken. */
  static final String KEPT = "kept";

  /** Nothing more was done. */
  static final String GAVE_UP = "gave-up";

  /** A line of it. */
  record Entry(String kind, int step, String text) {}

  private final FileChannel channel;

  private SessionLog(FileChannel channel) {
    this.channel = channel;
  }

  static SessionLog create(Path path) throws IOException {
    return new SessionLog(
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  void write(String kind, int step, String text) throws IOException {
    String line = kind + " " + step + " " + text.replace("\n", "\\n") + "\n";
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  /** The lines that were written whole; none when there is no log. */
  static List<Entry> read(Path path) throws IOException {
    List<Entry> entries = new ArrayList<>();
    if (!Files.exists(path)) {
      return entries;
    }
    String text = Files.readString(path, StandardCharsets.UTF_8);
    for (int at = 0, end = text.indexOf('\n');
        end >= 0;
        at = end + 1, end = text.indexOf('\n', at)) {
      String[] parts = text.substring(at, end).split(" ", 3);
      Violation.unless(parts.length == 3, path + " holds a broken line: " + text);
      entries.add(new Entry(parts[0], Integer.parseInt(parts[1]), parts[2]));
    }
    return entries;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
