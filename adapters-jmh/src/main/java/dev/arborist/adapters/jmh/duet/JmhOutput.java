package dev.arborist.adapters.jmh.duet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What JMH and the JVM that it launched printed: the reason when they failed. */
final class JmhOutput {

  private static final int LENGTH_MAX = 300;

  /** What says why, the most telling first. */
  private static final List<Pattern> TELLING =
      Stream.of(
              "^(arborist turns: .*)",
              "^(No matching benchmarks.*)",
              "^Error occurred during initialization of VM\\R(.*\\S.*)",
              "^((?:Unrecognized|Invalid|Conflicting|Multiple) .*)",
              "^((?:Exception in thread \"[^\"]*\" )?(?:[a-z]+\\.)+[A-Z]\\w*(?:Exception|Error)\\b.*)",
              "<(forked VM failed with exit code [0-9]+)>",
              "^(.*(?:Exception|Error|ERROR).*)",
              "^(.*\\S.*)")
          .map(telling -> Pattern.compile(telling, Pattern.MULTILINE))
          .toList();

  private JmhOutput() {}

  /** The line that says most about a failure. */
  static String reason(Path file) {
    String printed;
    try {
      printed = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "what it printed cannot be read: " + e;
    }
    for (Pattern telling : TELLING) {
      Matcher matcher = telling.matcher(printed);
      if (matcher.find()) {
        return shortened(matcher.group(1).strip());
      }
    }
    return "it printed nothing";
  }

  private static String shortened(String line) {
    return line.length() <= LENGTH_MAX ? line : line.substring(0, LENGTH_MAX) + "…";
  }
}
