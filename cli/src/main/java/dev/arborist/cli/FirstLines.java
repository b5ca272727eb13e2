package dev.arborist.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps the first lines of what is written and counts the others. */
final class FirstLines extends OutputStream {

  private final int most;
  private final List<String> kept = new ArrayList<>();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long lines;
  private boolean begun;

  /**
   * Keeps so many.
   *
   * @param most 1 or more
   */
  FirstLines(int most) {
    this.most = most;
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    int start = from;
    for (int at = from; at < from + length; at++) {
      if (bytes[at] == '\n') {
        keep(bytes, start, at);
        end();
        start = at + 1;
      }
    }
    keep(bytes, start, from + length);
    begun |= start < from + length;
  }

  private void keep(byte[] bytes, int from, int to) {
    if (kept.size() < most) {
      line.write(bytes, from, to - from);
    }
  }

  private void end() {
    if (kept.size() < most) {
      kept.add(line.toString(StandardCharsets.UTF_8));
      line.reset();
    }
    lines++;
    begun = false;
  }

  /** All lines if they are few enough, else as many as there is room for above how many more. */
  List<String> cut() {
    if (begun) {
      end();
    }
    if (lines <= most) {
      return List.copyOf(kept);
    }
    List<String> cut = new ArrayList<>(kept.subList(0, most - 1));
    cut.add("… " + (lines - cut.size()) + " more lines");
    return List.copyOf(cut);
  }
}
