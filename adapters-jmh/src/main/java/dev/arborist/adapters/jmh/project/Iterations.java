package dev.arborist.adapters.jmh.project;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How often and how long something is repeated, as far as a source says so in literals.
 *
 * @param count how often; null when the source leaves it to JMH or does not say it in a literal
 * @param time how long each takes, such as {@code 500 milliseconds}; empty as above
 */
public record Iterations(@Nullable Integer count, String time) {

  static Iterations of(JavaAnnotation annotation) {
    Integer time = annotation.number("time");
    String unit = annotation.constant("timeUnit").orElse("SECONDS").toLowerCase(Locale.ROOT);
    return new Iterations(annotation.number("iterations"), time == null ? "" : time + " " + unit);
  }
}
