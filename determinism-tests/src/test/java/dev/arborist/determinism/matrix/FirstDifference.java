package dev.arborist.determinism.matrix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where two files begin to differ. */
final class FirstDifference {

  private static final int SHOWN = 200;

  private FirstDifference() {}

  /** The number of the line, and both lines from shortly before the place; bytes as Latin-1. */
  static String of(Path one, Path other) throws IOException {
    List<String> left = lines(one);
    List<String> right = lines(other);
    int line = 0;
    while (line < left.size() && line < right.size() && left.get(line).equals(right.get(line))) {
      line++;
    }
    String before = line < left.size() ? left.get(line) : "(no such line)";
    String after = line < right.size() ? right.get(line) : "(no such line)";
    int at = 0;
    while (at < before.length() && at < after.length() && before.charAt(at) == after.charAt(at)) {
      at++;
    }
    int from = Math.max(0, at - SHOWN / 2);
    return "line " + (line + 1) + ":\n  - " + shown(before, from) + "\n  + " + shown(after, from);
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file)
        ? List.of(Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1))
        : List.of();
  }

  /** Bytes that are not ASCII may differ although they would look alike. */
  private static String shown(String line, int from) {
    StringBuilder text = new StringBuilder();
    for (char c : line.substring(from, Math.min(line.length(), from + SHOWN)).toCharArray()) {
      text.append(c < ' ' || c > '~' ? "\\x" + Integer.toHexString(c) : String.valueOf(c));
    }
    return text.toString();
  }
}
