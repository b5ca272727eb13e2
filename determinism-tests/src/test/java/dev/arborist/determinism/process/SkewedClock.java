package dev.arborist.determinism.process;

import dev.arborist.determinism.lab.Violation;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Lets JVMs take their machine's clock for fast or slow.
 *
 * <p>A machine has one clock, so that the JDK's class behind {@code InstantSource.system()}, by
 * which the queue tells the time, is replaced in them. {@code Instant.now()} stays right, so that a
 * program can tell whether its clock is as it was asked for.
 */
final class SkewedClock {

  private static final String OFFSET = "clock.offset.seconds";

  /** The outer class is there to name the inner one, and is left to the JDK. */
  private static final String SOURCE =
      """
      package java.time;

      public abstract class Clock implements InstantSource {
        static final class SystemInstantSource implements InstantSource, java.io.Serializable {
          private static final long serialVersionUID = 1;
          private static final long OFFSET = Long.getLong("%s");
          static final SystemInstantSource INSTANCE = new SystemInstantSource();

          @Override
          public Instant instant() {
            return Instant.now().plusSeconds(OFFSET);
          }

          @Override
          public long millis() {
            return instant().toEpochMilli();
          }
        }
      }
      """
          .formatted(OFFSET);

  private final Path classes;

  private SkewedClock(Path classes) {
    this.classes = classes;
  }

  /** Compiles the class for the JDK of this JVM into a directory. */
  static SkewedClock compile(Path directory) throws IOException {
    Path source = Files.createDirectories(directory.resolve("src/java/time")).resolve("Clock.java");
    Files.writeString(source, SOURCE);
    Path classes = Files.createDirectory(directory.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter errors = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-nowarn",
              "--patch-module",
              "java.base=" + directory.resolve("src"),
              "-d",
              classes.toString());
      boolean compiled =
          compiler
              .getTask(errors, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      if (!compiled) {
        throw new IllegalStateException("the clock cannot be compiled:\n" + errors);
      }
    }
    Files.delete(classes.resolve("java/time/Clock.class"));
    return new SkewedClock(classes);
  }

  /** The options of a JVM whose clock is off by so much; none when it is right. */
  List<String> options(Duration offset) {
    return offset.isZero()
        ? List.of()
        : List.of("--patch-module=java.base=" + classes, "-D" + OFFSET + "=" + offset.toSeconds());
  }

  /** Fails unless the clock of this JVM is off by what its options say. */
  static void requireAsAsked() {
    Duration asked = Duration.ofSeconds(Long.getLong(OFFSET, 0));
    Duration offset = Duration.between(Instant.now(), InstantSource.system().instant());
    Violation.unless(
        offset.minus(asked).abs().compareTo(Duration.ofMinutes(1)) < 0,
        "the clock is off by " + offset + " and not by " + asked);
  }
}
