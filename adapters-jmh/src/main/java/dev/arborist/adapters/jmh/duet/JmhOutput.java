package dev.arborist.adapters.jmh.duet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What JMH and the JVM that it launched printed: the reason when they failed. */
final class JmhOutput {

  private static final int LENGTH_MAX = 300;

  /** The line before the reason why a JVM does not start. */
  private static final String UNINFORMATIVE = "Error occurred during initialization of VM";

  /** What says why, the most telling first; a line, or the one behind it. */
  private static final List<Pattern> TELLING =
      List.of(
          Pattern.compile("^arborist turns: .*"),
          Pattern.compile("^No matching benchmarks.*"),
          Pattern.compile("^(Unrecognized|Invalid|Conflicting|Multiple) .*"),
          Pattern.compile(
              "^(Exception in thread \"[^\"]*\" )?([a-z]+\\.)+[A-Z]\\w*(Exception|Error)\\b.*"),
          Pattern.compile("^.*(Exception|Error|ERROR).*"),
          Pattern.compile(".*\\S.*"));

  private JmhOutput() {}

  /** The line that says most about a failure. */
  static String reason(Path file) {
    List<String> lines;
    try {
      lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return "what it printed cannot be read: " + e;
    }
    int uninformative = lines.indexOf(UNINFORMATIVE);
    if (uninformative >= 0 && uninformative + 1 < lines.size()) {
      return shortened(lines.get(uninformative + 1).strip());
    }
    for (Pattern telling : TELLING) {
      Optional<String> line =
          lines.stream()
              .map(String::strip)
              .filter(one -> telling.matcher(one).matches())
              .findFirst();
      if (line.isPresent()) {
        return shortened(line.get());
      }
    }
    return "it printed nothing";
  }

  private static String shortened(String line) {
    return line.length() <= LENGTH_MAX ? line : line.substring(0, LENGTH_MAX) + "…";
  }
}
