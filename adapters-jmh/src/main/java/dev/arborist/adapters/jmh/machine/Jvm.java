package dev.arborist.adapters.jmh.machine;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * What a JVM says of itself and of the system that it runs on.
 *
 * @param name the name of the virtual machine
 * @param vendor who made it
 * @param version its whole version
 * @param collectors the garbage collectors in use
 * @param arguments the flags that it was started with
 * @param system the name of the operating system
 * @param systemVersion the version of the operating system
 * @param architecture the architecture that it was built for
 * @param processors how many processors it may use
 * @param memoryBytes how much memory it may use
 */
record Jvm(
    String name,
    String vendor,
    String version,
    List<String> collectors,
    List<String> arguments,
    String system,
    String systemVersion,
    String architecture,
    int processors,
    long memoryBytes) {

  private static final List<String> WATCHERS = List.of("-agentlib:", "-agentpath:", "-javaagent:");
  private static final List<String> DEBUGGERS = List.of("-agentlib:jdwp", "-Xrunjdwp", "-Xdebug");

  Jvm {
    collectors = List.copyOf(collectors);
    arguments = List.copyOf(arguments);
  }

  /** The JVM that this runs in. */
  static Jvm thisOne() {
    var runtime = ManagementFactory.getRuntimeMXBean();
    var system = ManagementFactory.getOperatingSystemMXBean();
    return new Jvm(
        runtime.getVmName(),
        runtime.getVmVendor(),
        runtime.getVmVersion(),
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(GarbageCollectorMXBean::getName)
            .toList(),
        runtime.getInputArguments(),
        system.getName(),
        system.getVersion(),
        system.getArch(),
        system.getAvailableProcessors(),
        system instanceof com.sun.management.OperatingSystemMXBean known
            ? known.getTotalMemorySize()
            : 0);
  }

  /** The name and the version, by which results are told apart. */
  String title() {
    return name + " " + version;
  }

  /** Whether a debugger can attach or has. */
  boolean isDebugged() {
    return arguments.stream().anyMatch(argument -> startsWithAny(argument, DEBUGGERS));
  }

  /** The agents that were loaded at the start, without a debugger's. */
  List<String> agents() {
    return arguments.stream()
        .filter(argument -> startsWithAny(argument, WATCHERS))
        .filter(argument -> !startsWithAny(argument, DEBUGGERS))
        .map(Jvm::agentName)
        .toList();
  }

  /** The agent's library or jar, without its directory and its options. */
  private static String agentName(String argument) {
    String agent = argument.substring(argument.indexOf(':') + 1);
    String file = agent.split("=", 2)[0];
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  private static boolean startsWithAny(String argument, List<String> prefixes) {
    return prefixes.stream().anyMatch(argument::startsWith);
  }
}
