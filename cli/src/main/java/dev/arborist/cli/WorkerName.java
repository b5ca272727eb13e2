package dev.arborist.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The name of a worker that nobody named: the host and the process, such as {@code garden:4711}.
 */
final class WorkerName {

  private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");
  private static final String UNKNOWN = "localhost";

  private WorkerName() {}

  static String ofThisProcess() {
    return host() + ":" + ProcessHandle.current().pid();
  }

  private static String host() {
    String name = Files.isReadable(LINUX) ? read() : ask();
    return name.isBlank() ? UNKNOWN : name.strip();
  }

  private static String read() {
    try {
      return Files.readString(LINUX, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return UNKNOWN; // the name is for people; a worker without one works as well
    }
  }

  /** This may ask a name server, and wait for it. */
  private static String ask() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return UNKNOWN;
    }
  }
}
