package dev.arborist.cli;

import dev.arborist.adapters.files.WholeFile;
import dev.arborist.adapters.render.plot.Drawing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Pictures that a command writes into a directory, each whole or not at all. */
final class SvgFiles {

  private final Path directory;
  private final StringBuilder written = new StringBuilder();
  private int number;

  SvgFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * Writes a drawing. File names hold nothing but letters, digits, dots and dashes, and a number to
   * tell them by.
   */
  void write(String name, Drawing drawing) throws IOException {
    number++;
    String safe = name.replaceAll("[^A-Za-z0-9.]+", "-");
    Path file = directory.resolve(String.format(Locale.ROOT, "%03d-%s.svg", number, safe));
    byte[] svg = drawing.document().getBytes(StandardCharsets.UTF_8);
    WholeFile.write(file, out -> out.write(svg));
    written.append(file).append('\n');
  }

  /** The files that were written, one a line. */
  String written() {
    return written.toString();
  }
}
