package dev.arborist.determinism.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * An experiment in parts, of which the long run keeps a list: one that was interrupted goes on
 * where it was, as long as the source and the JDK are the same.
 *
 * <p>Safe for use by several threads, not by several processes.
 */
public final class Parts {

  private static final Path DIRECTORY = Lab.DIRECTORY.resolve("progress");
  private static final char SEPARATOR = '\t';

  /** Null where nothing is kept. */
  private final @Nullable Path file;

  private final Map<String, Done> done = new LinkedHashMap<>();

  /**
   * One part.
   *
   * @param name what no other part of the experiment is called
   * @param work does it
   */
  public record Part(String name, Callable<Done> work) {}

  private Parts(@Nullable Path file) {
    this.file = file;
  }

  /** The parts of an experiment, of which some may be done when this is the long run. */
  public static Parts of(String experiment) throws IOException {
    String source = Source.tested().key();
    if (!Lab.isLong() || Lab.isReplay() || source.isEmpty()) {
      return new Parts(null);
    }
    String jdk = System.getProperty("java.vm.version");
    return keptIn(DIRECTORY.resolve(source).resolve(jdk).resolve(experiment));
  }

  /** The parts of which a file says what is done. */
  static Parts keptIn(Path file) throws IOException {
    Parts parts = new Parts(file);
    Files.createDirectories(file.toAbsolutePath().getParent());
    String text = Files.exists(file) ? Files.readString(file) : "";
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    for (String line : whole.lines().toList()) {
      int at = line.indexOf(SEPARATOR);
      parts.done.put(line.substring(0, at), Done.parse(line.substring(at + 1)));
    }
    Files.writeString(file, whole); // without a line that was not written to its end
    return parts;
  }

  /**
   * Does what is not done yet.
   *
   * @param atATime how many parts are done at once
   * @return the sum of what all of them did
   * @throws Violation of a part
   */
  public Done run(int atATime, List<Part> parts) throws Exception {
    List<Callable<Void>> left = new ArrayList<>();
    for (Part part : parts) {
      if (!done.containsKey(part.name())) {
        left.add(
            () -> {
              add(part.name(), part.work().call());
              return null;
            });
      }
    }
    Parallel.run(atATime, left);
    return parts.stream().map(part -> done.get(part.name())).reduce(Done::plus).orElseThrow();
  }

  private synchronized void add(String name, Done what) throws IOException {
    done.put(name, what);
    if (file != null) {
      Files.writeString(file, name + SEPARATOR + what + '\n', StandardOpenOption.APPEND);
    }
  }
}
