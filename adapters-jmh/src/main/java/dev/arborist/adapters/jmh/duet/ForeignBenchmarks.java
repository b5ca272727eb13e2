package dev.arborist.adapters.jmh.duet;

import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.sample.InvalidSamplesException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Lists the benchmarks of a class path by what JMH's generator left in it; no class of it is
 * loaded.
 */
final class ForeignBenchmarks {

  private static final String LIST = "META-INF/BenchmarkList";
  private static final String VERSION = "jmh.properties";
  private static final Pattern NUMBERED = Pattern.compile("jmh\\.version=1\\.([0-9]{1,4}).*");

  /** The first 1.x that encodes the values of parameters. */
  private static final int FIRST_ENCODED = 24;

  private final Side side;
  private final List<Path> classPath;

  private ForeignBenchmarks(Side side, List<Path> classPath) {
    this.side = side;
    this.classPath = classPath;
  }

  /**
   * Every combination of a benchmark, its parameters and its modes, in order.
   *
   * @param include found in the whole names
   * @param params values to use instead of those that a benchmark names
   * @throws InvalidSamplesException when there is no list, or it cannot be read
   */
  static List<PairedBenchmark> of(
      Side side, List<Path> classPath, Pattern include, Map<String, List<String>> params) {
    return new ForeignBenchmarks(side, classPath).find(include, params);
  }

  /** A class path as it is given to a JVM. */
  static String joined(List<Path> classPath) {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** What the list says of a benchmark, if it has it: the same of flags in each of its modes. */
  static Optional<BenchmarkLine> line(Side side, List<Path> classPath, String benchmark) {
    return new ForeignBenchmarks(side, classPath)
        .parse().stream().filter(line -> line.benchmark().equals(benchmark)).findFirst();
  }

  private List<PairedBenchmark> find(Pattern include, Map<String, List<String>> params) {
    List<PairedBenchmark> found = new ArrayList<>();
    for (BenchmarkLine line : parse()) {
      if (include.matcher(line.benchmark()).find()) {
        Map<String, List<String>> values = new TreeMap<>(line.params());
        values.replaceAll(params::getOrDefault);
        for (SortedMap<String, String> combination : combinations(values)) {
          line.modes()
              .forEach(mode -> found.add(new PairedBenchmark(line.benchmark(), mode, combination)));
        }
      }
    }
    return found.stream().sorted().distinct().toList();
  }

  private List<BenchmarkLine> parse() {
    List<String> lines =
        lines(LIST).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    if (lines.isEmpty()) {
      throw new InvalidSamplesException(
          side.words()
              + " "
              + joined(classPath)
              + " holds no JMH benchmarks: give a jar that runs with java -jar");
    }
    boolean isEncoded = isEncoded();
    return lines.stream().map(line -> parse(line, isEncoded)).toList();
  }

  /** Whether the class path's JMH encodes values; one that does not say which it is, is new. */
  private boolean isEncoded() {
    return lines(VERSION).stream()
        .map(NUMBERED::matcher)
        .filter(Matcher::matches)
        .allMatch(matcher -> Integer.parseInt(matcher.group(1)) >= FIRST_ENCODED);
  }

  private BenchmarkLine parse(String line, boolean isEncoded) {
    try {
      return BenchmarkLine.parse(line, isEncoded);
    } catch (IllegalArgumentException e) {
      throw new InvalidSamplesException(
          side.words()
              + " "
              + joined(classPath)
              + " has a list of benchmarks that is not JMH's: "
              + e.getMessage(),
          e);
    }
  }

  /** The lines of a file wherever the class path has it. */
  private List<String> lines(String name) {
    List<String> lines = new ArrayList<>();
    for (Path entry : classPath) {
      if (!Files.exists(entry)) {
        throw new InvalidSamplesException(side.words() + " " + entry + " is not there");
      }
      try {
        lines.addAll(Files.isDirectory(entry) ? inDirectory(entry, name) : inJar(entry, name));
      } catch (IOException e) {
        throw new InvalidSamplesException(
            side.words() + " " + entry + " cannot be read: " + e.getMessage(), e);
      }
    }
    return lines;
  }

  private static List<String> inDirectory(Path directory, String name) throws IOException {
    Path file = directory.resolve(name);
    return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
  }

  private static List<String> inJar(Path file, String name) throws IOException {
    try (ZipFile jar = new ZipFile(file.toFile())) {
      ZipEntry entry = jar.getEntry(name);
      if (entry == null) {
        return List.of();
      }
      try (InputStream in = jar.getInputStream(entry)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      }
    }
  }

  private static List<SortedMap<String, String>> combinations(Map<String, List<String>> params) {
    List<SortedMap<String, String>> combinations = List.of(new TreeMap<>());
    for (Map.Entry<String, List<String>> param : params.entrySet()) {
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
