package dev.arborist.adapters.jmh.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * The limits that Linux sets this process, of control groups of version 1 and 2.
 *
 * <p>A limit of any group above counts too, so that the tightest is told.
 */
final class ControlGroup {

  private static final String MOUNT = "sys/fs/cgroup";

  /** Version 1 writes "no limit" as the largest multiple of a page. */
  private static final long NO_LIMIT_BYTES = 1L << 60;

  private final SystemFiles files;

  ControlGroup(SystemFiles files) {
    this.files = files;
  }

  /** How many processors' time this process may use. */
  OptionalDouble processors() {
    return directories("cpu").stream()
        .flatMapToDouble(this::processors)
        .filter(processors -> processors > 0)
        .min();
  }

  private DoubleStream processors(String directory) {
    Optional<String> max = files.firstLine(directory + "/cpu.max");
    if (max.isPresent()) {
      String[] words = max.get().split(" ", -1);
      boolean limited = words.length == 2 && !words[0].equals("max");
      return limited
          ? DoubleStream.of(Double.parseDouble(words[0]) / Double.parseDouble(words[1]))
          : DoubleStream.empty();
    }
    OptionalLong quota = files.number(directory + "/cpu.cfs_quota_us");
    OptionalLong period = files.number(directory + "/cpu.cfs_period_us");
    return quota.isPresent() && period.isPresent()
        ? DoubleStream.of((double) quota.getAsLong() / period.getAsLong())
        : DoubleStream.empty();
  }

  /** How many bytes this process may use. */
  OptionalLong memoryBytes() {
    return directories("memory").stream()
        .flatMapToLong(
            directory ->
                LongStream.concat(
                    files.number(directory + "/memory.max").stream(),
                    files.number(directory + "/memory.limit_in_bytes").stream()))
        .filter(bytes -> bytes < NO_LIMIT_BYTES)
        .min();
  }

  /** How often this process and its like had to wait for its next share of processor time. */
  long throttled() {
    return directories("cpu").stream()
        .flatMapToLong(directory -> files.number(directory + "/cpu.stat", "nr_throttled").stream())
        .sum();
  }

  /** Where a controller's files of this process's group and those above may be. */
  private List<String> directories(String controller) {
    List<String> directories = new ArrayList<>();
    for (String line : files.lines("proc/self/cgroup")) {
      String[] parts = line.split(":", 3);
      if (parts.length == 3 && parts[1].isEmpty()) {
        addWithParents(directories, MOUNT, parts[2]);
      } else if (parts.length == 3 && List.of(parts[1].split(",", -1)).contains(controller)) {
        addWithParents(directories, MOUNT + "/" + controller, parts[2]);
      }
    }
    return directories.stream().distinct().toList();
  }

  /** In a container the group's own path may not be visible, but its root then is the group. */
  private static void addWithParents(List<String> directories, String mount, String path) {
    String group = path.equals("/") ? "" : path;
    while (!group.isEmpty()) {
      directories.add(mount + group);
      group = group.substring(0, group.lastIndexOf('/'));
    }
    directories.add(mount);
  }
}
