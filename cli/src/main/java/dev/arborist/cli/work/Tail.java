package dev.arborist.cli.work;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The last lines of what a program wrote, as text that the queue keeps. */
final class Tail {

  private static final int BYTES_MAX = 8_192;
  private static final int LINES_MAX = 20;
  private static final char REPLACEMENT = '\ufffd';

  private final byte[] bytes = new byte[BYTES_MAX];
  private int size;
  private boolean cut;

  synchronized void add(byte[] more, int length) {
    int kept = Math.min(length, BYTES_MAX);
    int dropped = Math.max(0, size + kept - BYTES_MAX);
    System.arraycopy(bytes, dropped, bytes, 0, size - dropped);
    System.arraycopy(more, length - kept, bytes, size - dropped, kept);
    size = size - dropped + kept;
    cut |= dropped > 0 || kept < length;
  }

  /** The last lines, without what is not UTF-8 and without NUL, which no store keeps. */
  synchronized List<String> lines() {
    int start = cut ? afterFirstLineBreak() : 0;
    String text = new String(bytes, start, size - start, StandardCharsets.UTF_8);
    List<String> lines =
        text.replace('\0', REPLACEMENT)
            .lines()
            .map(String::stripTrailing)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.toList());
    return lines.subList(Math.max(0, lines.size() - LINES_MAX), lines.size());
  }

  /** A line whose beginning is lost is left out, unless there is no other. */
  private int afterFirstLineBreak() {
    for (int i = 0; i < size - 1; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return 0;
  }
}
