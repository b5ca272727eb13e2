package dev.arborist.determinism.matrix;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a JVM printed of its artefacts. */
final class Hashes {

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S+)");

  private Hashes() {}

  static String line(String hash, String name) {
    return hash + "  " + name;
  }

  /** The hash of each artefact, in the order in which they were made. */
  static Map<String, String> of(String output) {
    Map<String, String> hashes = new LinkedHashMap<>();
    output
        .lines()
        .forEach(
            line -> {
              Matcher matcher = LINE.matcher(line);
              if (matcher.matches()) {
                hashes.put(matcher.group(2), matcher.group(1));
              }
            });
    return hashes;
  }

  /** What else it printed, such as why it failed. */
  static String rest(String output) {
    return output
        .lines()
        .filter(line -> !LINE.matcher(line).matches())
        .collect(Collectors.joining("\n"));
  }
}
