package dev.arborist.adapters.jmh;

import dev.arborist.adapters.jmh.recording.FlightRecording;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.report.Profile;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Launches benchmarks once more under JDK Flight Recorder, to see where they spend their time.
 *
 * <p>These launches are not judged: recording costs time itself. The recordings are kept, for other
 * tools to open.
 */
public final class JmhProfiles {

  private static final int LONGEST_NAME = 100;

  private final JmhSettings settings;
  private final Path directory;

  /**
   * Profiles.
   *
   * @param settings as for {@link JmhBenchmarks}
   * @param directory where the recordings are kept
   */
  public JmhProfiles(JmhSettings settings, Path directory) {
    this.settings = settings;
    this.directory = directory;
  }

  /**
   * Launches each case once.
   *
   * @param wanted what is launched; what is no JMH benchmark of the settings is left out
   * @return one profile a case, in the order wanted
   * @throws StorageException when a benchmark fails or its recording cannot be read
   */
  public List<Profile> profile(List<SeriesKey> wanted) {
    List<JmhCase> cases = JmhCases.of(settings);
    List<Profile> profiles = new ArrayList<>();
    for (SeriesKey key : new LinkedHashSet<>(wanted)) {
      Optional<JmhCase> found = cases.stream().filter(one -> one.key().equals(key)).findFirst();
      found.ifPresent(one -> profiles.add(profile(one)));
    }
    return profiles;
  }

  private Profile profile(JmhCase one) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new StorageException("cannot keep recordings in " + directory + ": " + e, e);
    }
    Path recording = unused(fileName(one)).toAbsolutePath();
    JmhFork fork = new JmhFork(settings, directory.resolve("profiles.log"));
    fork.launch(one, FlightRecording.flags(recording));
    return FlightRecording.read(recording, one.key());
  }

  /** Recordings of earlier runs are kept. */
  private Path unused(String name) {
    Path file = directory.resolve(name + ".jfr");
    for (int i = 2; Files.exists(file); i++) {
      file = directory.resolve(name + "-" + i + ".jfr");
    }
    return file;
  }

  /** The name and the parameters, without what a file name cannot bear, and still one a case. */
  static String fileName(JmhCase one) {
    StringBuilder whole = new StringBuilder(one.benchmark());
    one.params()
        .forEach((param, value) -> whole.append('-').append(param).append('=').append(value));
    String name = whole.toString();
    String safe = name.replaceAll("[^A-Za-z0-9._=-]", "_");
    if (safe.equals(name) && (safe.length() <= LONGEST_NAME)) {
      return safe;
    }
    String end = safe.substring(Math.max(0, safe.length() - LONGEST_NAME));
    return end + "-" + Integer.toHexString(name.hashCode());
  }
}
