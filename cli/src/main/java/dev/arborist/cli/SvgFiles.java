package dev.arborist.cli;

import dev.arborist.adapters.files.WholeFile;
import dev.arborist.adapters.render.plot.Drawing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Pictures that a command writes into a directory. */
final class SvgFiles {

  private SvgFiles() {}

  /**
   * Writes each drawing as a file of its own, whole or not at all.
   *
   * <p>File names hold nothing but letters, digits, dots and dashes, and a number to tell them by.
   *
   * @param drawings the drawings by their names, in the order in which they are numbered
   * @return the files, one a line
   */
  static String write(Path directory, Map<String, Drawing> drawings) throws IOException {
    StringBuilder files = new StringBuilder();
    int number = 0;
    for (Map.Entry<String, Drawing> entry : drawings.entrySet()) {
      number++;
      String name = entry.getKey().replaceAll("[^A-Za-z0-9.]+", "-");
      Path file = directory.resolve(String.format(Locale.ROOT, "%03d-%s.svg", number, name));
      byte[] svg = entry.getValue().document().getBytes(StandardCharsets.UTF_8);
      WholeFile.write(file, out -> out.write(svg));
      files.append(file).append('\n');
    }
    return files.toString();
  }
}
