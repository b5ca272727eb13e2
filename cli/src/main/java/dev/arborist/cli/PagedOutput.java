package dev.arborist.cli;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.cli.TerminalWindow.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is printed, held until it ends or fills the window: then a pager gets what is there, and
 * everything that follows as it comes. So no more is held than a window shows.
 */
final class PagedOutput extends OutputStream {

  private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");

  /** A line that is longer fills every window. */
  private static final int LINE_BYTES_MAX = 1 << 16;

  private final OutputStream standard;
  private final Pager pager;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private @Nullable Size window;
  private int rows;
  private @Nullable OutputStream target;
  private @Nullable PagerProcess process;

  PagedOutput(OutputStream standard, Pager pager) {
    this.standard = standard;
    this.pager = pager;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int at = from;
    int end = from + length;
    OutputStream decided = target;
    while (decided == null && at < end) {
      at = hold(bytes, at, end);
      decided = decide();
    }
    if (decided != null && at < end) {
      decided.write(bytes, at, end - at);
    }
  }

  /** Takes one line, or as much of it as is there; returns where it ends. */
  private int hold(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] != '\n') {
      at++;
    }
    line.write(bytes, from, at - from);
    held.write(bytes, from, at - from);
    if (at == end) {
      return at;
    }
    held.write('\n');
    rows += rows(line.toString(StandardCharsets.UTF_8));
    line.reset();
    return at + 1;
  }

  /** Where everything goes as soon as that is certain; the last row is for the prompt. */
  private @Nullable OutputStream decide() throws IOException {
    int height = window().rows();
    if (height > 0 && rows < height && line.size() <= LINE_BYTES_MAX) {
      return null;
    }
    process = height == 0 ? null : pager.start().orElse(null);
    OutputStream decided = process == null ? standard : process.input();
    target = decided;
    held.writeTo(decided);
    return decided;
  }

  private int rows(String text) {
    int columns = window().columns();
    if (columns == 0) {
      return 1;
    }
    int width = SafeText.of(COLOURS.matcher(text).replaceAll("")).width();
    return Math.max(1, (width + columns - 1) / columns);
  }

  private Size window() {
    Size size = window;
    if (size == null) {
      size = pager.window();
      window = size;
    }
    return size;
  }

  @Override
  public void flush() throws IOException {
    if (target != null) {
      target.flush();
    }
  }

  /** Waits until the person has seen enough; standard output stays open. */
  @Override
  public void close() throws IOException {
    if (process != null) {
      process.finish();
    } else if (target == null) {
      held.writeTo(standard);
      standard.flush();
      target = standard;
    }
  }
}
