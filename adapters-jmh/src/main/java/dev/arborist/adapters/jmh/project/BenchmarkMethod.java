package dev.arborist.adapters.jmh.project;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A method in a source that JMH measures, with what the source says of how.
 *
 * <p>A method of an abstract class stands here once, under that class; JMH measures it in every
 * class that extends it. What superclasses say is not looked at.
 *
 * @param benchmark its whole name, as JMH calls it
 * @param file the source
 * @param line its line, from 1
 * @param modes the modes, such as {@code AverageTime}; empty when the source does not say
 * @param forks how many JVMs are launched; null when the source does not say it in a literal
 * @param warmup the iterations that are thrown away; null when the source does not say
 * @param measurement the iterations that are kept; null when the source does not say
 * @param params the parameters of its class, and of the classes in the same source that it takes,
 *     with their values; none where they are no literals
 */
public record BenchmarkMethod(
    String benchmark,
    Path file,
    int line,
    List<String> modes,
    @Nullable Integer forks,
    @Nullable Iterations warmup,
    @Nullable Iterations measurement,
    SortedMap<String, List<String>> params) {

  /** Keeps its own copies. */
  public BenchmarkMethod {
    modes = List.copyOf(modes);
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }
}
