package dev.arborist.adapters.jmh.duet;

import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.sample.InvalidSamplesException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/**
 * Lists the benchmarks of a class path by what JMH's generator left in it; no class of it is
 * loaded.
 *
 * <p>The form of that list has been the same since JMH 1.13.
 */
final class ForeignBenchmarks {

  private static final String LIST = "META-INF/BenchmarkList";

  private ForeignBenchmarks() {}

  /**
   * Every combination of a benchmark, its parameters and its modes, in order.
   *
   * @param include found in the whole names
   * @throws InvalidSamplesException when there is no list, or it cannot be read
   */
  static List<PairedBenchmark> of(Side side, List<Path> classPath, Pattern include) {
    List<PairedBenchmark> found = new ArrayList<>();
    int lists = 0;
    for (Path entry : classPath) {
      List<String> lines = lines(side, entry);
      lists += lines.isEmpty() ? 0 : 1;
      for (String line : lines) {
        if (!line.isBlank() && !line.startsWith("#")) {
          add(parse(side, entry, line), include, found);
        }
      }
    }
    if (lists == 0) {
      throw new InvalidSamplesException(
          side.words()
              + " "
              + joined(classPath)
              + " holds no JMH benchmarks: give a jar that runs with java -jar");
    }
    return found.stream().sorted().distinct().toList();
  }

  /** A class path as it is given to a JVM. */
  static String joined(List<Path> classPath) {
    return String.join(
        System.getProperty("path.separator"), classPath.stream().map(Path::toString).toList());
  }

  private static List<String> lines(Side side, Path entry) {
    if (!Files.exists(entry)) {
      throw new InvalidSamplesException(side.words() + " " + entry + " is not there");
    }
    try {
      if (Files.isDirectory(entry)) {
        Path list = entry.resolve(LIST);
        return Files.exists(list) ? Files.readAllLines(list, StandardCharsets.UTF_8) : List.of();
      }
      try (ZipFile jar = new ZipFile(entry.toFile())) {
        ZipEntry list = jar.getEntry(LIST);
        if (list == null) {
          return List.of();
        }
        try (InputStream in = jar.getInputStream(list)) {
          return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
      }
    } catch (IOException e) {
      throw new InvalidSamplesException(
          side.words() + " " + entry + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static BenchmarkListEntry parse(Side side, Path entry, String line) {
    try {
      return new BenchmarkListEntry(line);
    } catch (RuntimeException e) { // whatever a foreign list may hold
      throw new InvalidSamplesException(
          side.words() + " " + entry + " has a list of benchmarks that is not JMH's", e);
    }
  }

  private static void add(
      BenchmarkListEntry entry, Pattern include, List<PairedBenchmark> benchmarks) {
    if (include.matcher(entry.getUsername()).find()) {
      for (SortedMap<String, String> params :
          combinations(entry.getParams().orElse(new TreeMap<>()))) {
        benchmarks.add(
            new PairedBenchmark(entry.getUsername(), entry.getMode().shortLabel(), params));
      }
    }
  }

  private static List<SortedMap<String, String>> combinations(Map<String, String[]> params) {
    List<SortedMap<String, String>> combinations = List.of(new TreeMap<>());
    for (Map.Entry<String, String[]> param : params.entrySet()) {
      List<SortedMap<String, String>> longer = new ArrayList<>();
      for (SortedMap<String, String> combination : combinations) {
        for (String value : param.getValue()) {
          SortedMap<String, String> next = new TreeMap<>(combination);
          next.put(param.getKey(), value);
          longer.add(next);
        }
      }
      combinations = longer;
    }
    return combinations;
  }
}
