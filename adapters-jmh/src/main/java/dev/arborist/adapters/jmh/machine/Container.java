package dev.arborist.adapters.jmh.machine;

import java.util.List;
import java.util.Optional;

/** Tells whether this is a container, and of which kind. */
final class Container {

  private static final List<String> KINDS =
      List.of("docker", "kubepods", "libpod", "containerd", "lxc");

  private Container() {}

  /** The kind of container that the files speak of; empty on a machine of its own. */
  static Optional<String> kind(SystemFiles files) {
    if (files.exists(".dockerenv")) {
      return Optional.of("docker");
    }
    if (files.exists("run/.containerenv")) {
      return Optional.of("podman");
    }
    return files.lines("proc/1/cgroup").stream()
        .flatMap(line -> KINDS.stream().filter(line::contains))
        .findFirst();
  }
}
