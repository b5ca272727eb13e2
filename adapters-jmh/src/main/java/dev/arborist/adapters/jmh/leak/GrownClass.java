package dev.arborist.adapters.jmh.leak;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A class whose live instances became more while an operation was repeated.
 *
 * @param className the class as Java sources write it, such as {@code byte[]}
 * @param bytes by how many bytes all its instances together grew
 * @param instances by how many its instances became more; negative when they became fewer but
 *     larger
 */
public record GrownClass(String className, long bytes, long instances) {

  private static final Pattern LINE = Pattern.compile("grown (-?\\d{1,18}) (-?\\d{1,18}) (\\S+)");

  /** Reads the line of a probe; empty when it is another line. */
  public static Optional<GrownClass> parse(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new GrownClass(
            matcher.group(3), Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))));
  }

  /** The line that a probe prints, {@code grown <bytes> <instances> <class>}. */
  @Override
  public String toString() {
    return "grown " + bytes + " " + instances + " " + className;
  }
}
