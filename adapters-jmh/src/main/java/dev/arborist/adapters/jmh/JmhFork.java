package dev.arborist.adapters.jmh;

import dev.arborist.application.port.out.StorageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Launches one case in one fresh JVM, or fails in one line; JMH's own words go to a log. */
final class JmhFork {

  private final JmhSettings settings;
  private final Path log;

  /**
   * A launcher.
   *
   * @param log where JMH's output is appended
   */
  JmhFork(JmhSettings settings, Path log) {
    this.settings = settings;
    this.log = log;
  }

  /** Forgets what earlier launches said. */
  void clearLog() throws IOException {
    Files.createDirectories(settings.directory());
    Files.deleteIfExists(log);
  }

  /**
   * Measures.
   *
   * @param further flags of the JVM besides those of the settings
   * @throws StorageException when the benchmark or its JVM fails, or gives less than was asked for
   */
  RunResult launch(JmhCase one, List<String> further) {
    try (PrintStream out =
        new PrintStream(
            Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            true,
            StandardCharsets.UTF_8)) {
      OutputFormat output = OutputFormatFactory.createFormatInstance(out, VerboseMode.NORMAL);
      Collection<RunResult> results = new Runner(options(one, further).build(), output).run();
      if (results.size() != 1) {
        throw failed(one, "it gave " + results.size() + " results instead of one", null);
      }
      RunResult result = results.iterator().next();
      requireWhole(one, result);
      return result;
    } catch (RunnerException e) {
      throw failed(one, firstLine(e), e);
    } catch (IOException e) {
      throw failed(one, "the log cannot be written: " + e, e);
    }
  }

  private ChainedOptionsBuilder options(JmhCase one, List<String> further) {
    List<String> flags = new ArrayList<>(settings.jvmArguments());
    flags.addAll(further);
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(one.benchmark()) + "$")
            .mode(one.mode())
            .forks(1)
            .warmupIterations(settings.warmups())
            .warmupTime(TimeValue.milliseconds(settings.iterationTime().toMillis()))
            .measurementIterations(settings.iterations())
            .measurementTime(TimeValue.milliseconds(one.iterationTime(settings).toMillis()))
            .jvmArgs(flags.toArray(new String[0]))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true);
    one.params().forEach(options::param);
    return options;
  }

  /** A JVM that ends early with exit code 0 is no error to JMH, which then gives what it has. */
  private void requireWhole(JmhCase one, RunResult result) {
    int iterations = 0;
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      iterations += fork.getIterationResults().size();
    }
    if (iterations != settings.iterations()) {
      throw failed(
          one,
          "its JVM ended after " + iterations + " of " + settings.iterations() + " iterations",
          null);
    }
  }

  /** What the benchmark itself said: JMH hides it among what it suppresses. */
  private static String firstLine(RunnerException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    Throwable[] hidden = cause.getSuppressed();
    String text = hidden.length == 0 ? String.valueOf(cause.getMessage()) : hidden[0].toString();
    return text.strip().lines().findFirst().orElse("it failed");
  }

  private StorageException failed(JmhCase one, String reason, @Nullable Throwable cause) {
    return new StorageException(
        "the benchmark " + one.benchmark() + " could not be measured: " + reason + "; see " + log,
        cause);
  }
}
