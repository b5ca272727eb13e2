package dev.arborist.cli;

import dev.arborist.adapters.jmh.duet.Version;
import dev.arborist.adapters.jmh.duet.VersionBuilder;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.validation.sample.InvalidSamplesException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The two versions of a duet: built already, or commits that are built for it. */
final class VersionsOption {

  private final Terminal terminal;

  @Option(
      names = "--baseline",
      paramLabel = "PATH",
      description = "The jar with the old version's benchmarks.")
  private @Nullable String baseline;

  @Option(
      names = "--baseline-ref",
      paramLabel = "REF",
      description = "The commit of this Git checkout that is built to be the old version.")
  private @Nullable String baselineRef;

  @Option(
      names = "--candidate",
      paramLabel = "PATH",
      description = "The jar with the new version's benchmarks.")
  private @Nullable String candidate;

  @Option(
      names = "--candidate-ref",
      paramLabel = "REF",
      description =
          "The commit that is built to be the new version; by default the checkout as it stands.")
  private @Nullable String candidateRef;

  @Option(
      names = "--build",
      paramLabel = "COMMAND",
      defaultValue = "",
      description =
          "What builds a commit, as the shell takes it; by default Maven's package without tests,"
              + " or Gradle's jmhJar.")
  private String command = "";

  @Option(
      names = "--benchmarks",
      paramLabel = "PATH",
      defaultValue = "",
      description =
          "Where a build leaves the benchmarks: a jar or a class path; by default the only jar that"
              + " holds benchmarks and JMH.")
  private String benchmarks = "";

  VersionsOption(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Two versions.
   *
   * @param baseline the old one
   * @param candidate the new one
   * @param source in whose work tree the source of the new one is
   */
  record Versions(Version baseline, Version candidate, Path source) {}

  /** What judges the two while they are there. */
  interface Use {
    /** Uses them. */
    Integer of(Versions versions) throws IOException;
  }

  /** Builds what has to be built, hands both over, and deletes what was built. */
  Integer with(Use use) throws IOException {
    requireOneEach();
    if (baseline != null && candidate != null) {
      Version newer = built("--candidate", candidate);
      return use.of(new Versions(built("--baseline", baseline), newer, place(newer)));
    }
    if (candidate != null) {
      requireThere(built("--candidate", candidate)); // before the other one is built
    }
    try (VersionBuilder builder =
        new VersionBuilder(
            new VersionBuilder.Settings(terminal.directory(), command, benchmarks),
            line -> terminal.err().println(line))) {
      if (candidateRef != null) {
        builder.requireCommit(candidateRef);
      }
      Version older = baseline(builder);
      if (candidate == null && candidateRef == null) {
        return use.of(new Versions(older, builder.buildWorkTree(), terminal.directory()));
      }
      Version newer = candidate(builder);
      return use.of(new Versions(older, newer, place(newer)));
    }
  }

  private static void requireThere(Version version) {
    for (Path entry : version.classPath()) {
      if (!Files.exists(entry)) {
        throw new InvalidSamplesException("the candidate " + entry + " is not there");
      }
    }
  }

  private void requireOneEach() {
    if ((baseline == null) == (baselineRef == null)) {
      throw new InvalidInputException(
          "name the old version: --baseline with a jar, or --baseline-ref with a commit");
    }
    if (candidate != null && candidateRef != null) {
      throw new InvalidInputException(
          "name the new version once: --candidate with a jar, or --candidate-ref with a commit");
    }
    if (baselineRef == null && candidate == null && candidateRef == null) {
      throw new InvalidInputException(
          "name the new version: --candidate with a jar, or --candidate-ref with a commit");
    }
    if (baselineRef == null && candidateRef == null && !(command + benchmarks).isEmpty()) {
      throw new InvalidInputException(
          "--build and --benchmarks are for commits: use them with --baseline-ref");
    }
  }

  private Version baseline(VersionBuilder builder) {
    return baselineRef != null
        ? builder.build(baselineRef)
        : built("--baseline", Objects.requireNonNull(baseline));
  }

  private Version candidate(VersionBuilder builder) {
    return candidateRef != null
        ? builder.build(candidateRef)
        : built("--candidate", Objects.requireNonNull(candidate));
  }

  /** The directory of a version's first jar. */
  private static Path place(Version version) {
    Path first = version.classPath().get(0);
    Path directory = first.getParent();
    return directory == null ? first : directory;
  }

  private Version built(String option, String given) {
    Upwards.named(option, given);
    return Version.of(
        Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(given)
            .map(entry -> Upwards.path(terminal, entry).toAbsolutePath())
            .toList());
  }
}
