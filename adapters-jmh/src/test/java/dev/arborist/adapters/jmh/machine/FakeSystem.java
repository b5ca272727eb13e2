package dev.arborist.adapters.jmh.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A tree of files as Linux shows them. */
final class FakeSystem {

  private final Path root;

  FakeSystem(Path root) {
    this.root = root;
  }

  FakeSystem file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** A quiet machine with two processors and 4 GB. */
  FakeSystem quiet() throws IOException {
    return file("proc/cpuinfo", "processor\t: 0\nmodel name\t: Fast CPU 3000\nflags\t\t: fpu vme\n")
        .file("proc/meminfo", "MemTotal:  3906250 kB\nMemAvailable:  3000000 kB\n")
        .file("proc/loadavg", "0.50 0.10 0.10 1/100 999\n")
        .file("proc/stat", "cpu  100 0 100 800 0 0 0 10 0 0\ncpu0 0 0 0 0\n")
        .file("proc/vmstat", "pswpin 0\npswpout 0\n");
  }

  SystemFiles files() {
    return new SystemFiles(root);
  }

  static Jvm jvm(String... arguments) {
    return new Jvm(
        "Some VM",
        "Someone",
        "17.0.1+1",
        List.of("Copy", "MarkSweepCompact"),
        List.of(arguments),
        "Linux",
        "6.1",
        "amd64",
        2,
        1_000_000_000L);
  }
}
