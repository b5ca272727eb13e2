package dev.arborist.cli;

import dev.arborist.adapters.files.validation.JsonRequirements;
import dev.arborist.adapters.files.validation.TomlRequirements;
import dev.arborist.application.port.out.RequirementSource;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which requirements are judged: of files, of a document, some of them only. */
final class RequirementOption {

  private static final String DEFAULT_REQUIREMENTS = "requirements.toml";

  private final Terminal terminal;

  @Option(
      names = "--requirements",
      paramLabel = "FILE",
      description =
          "The requirements, in TOML, or in JSON when the name ends so; requirements.toml by"
              + " default. May be repeated.")
  private List<String> requirements = new ArrayList<>();

  @Option(
      names = "--spec",
      paramLabel = "NAMESPACE/KEY",
      description = "Take the requirements from a document that 'arborist spec' keeps.")
  private @Nullable String specification;

  @Option(
      names = "--only",
      paramLabel = "REGEX",
      description = "Judge only what is required of benchmarks in whose name this is found.")
  private @Nullable String only;

  @Option(
      names = "--inconclusive",
      paramLabel = "POLICY",
      completionCandidates = Words.Policies.class,
      description = "fail or warn: what becomes of what is undecided, whatever the file says.")
  private @Nullable String inconclusive;

  @Mixin private QueueOption queue;

  RequirementOption(Terminal terminal) {
    this.terminal = terminal;
    queue = new QueueOption(terminal);
  }

  /**
   * The requirements that are to be judged.
   *
   * @param benchmarks the whole names of what was measured
   */
  RequirementSource source(Set<String> benchmarks) throws IOException {
    List<RequirementSource> sources = new ArrayList<>();
    for (String file :
        requirements.isEmpty() && specification == null
            ? List.of(defaultRequirements())
            : requirements) {
      Path path = Upwards.path(terminal, file);
      sources.add(
          file.endsWith(".json")
              ? new JsonRequirements(file, text(path, file))
              : new TomlRequirements(path));
    }
    if (specification != null) {
      sources.add(document(specification));
    }
    Predicate<Requirement> wanted = wanted(benchmarks);
    return () -> {
      List<Requirement> chosen =
          sources.stream()
              .flatMap(source -> source.load().stream())
              .filter(wanted)
              .map(this::underPolicy)
              .toList();
      if (chosen.isEmpty()) {
        throw new InvalidInputException(
            "nothing is required of a benchmark that matches '" + only + "': nothing is judged");
      }
      return chosen;
    };
  }

  private String defaultRequirements() {
    if (!Files.exists(terminal.directory().resolve(DEFAULT_REQUIREMENTS))) {
      throw new InvalidInputException(
          "there is no "
              + DEFAULT_REQUIREMENTS
              + " here: name a file with --requirements, or write one with 'arborist perf init'");
    }
    return DEFAULT_REQUIREMENTS;
  }

  private static String text(Path path, String name) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new InvalidInputException("there is no file " + name + " with requirements");
    }
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(name + " is not UTF-8: convert it", e);
    }
  }

  private RequirementSource document(String name) {
    int slash = name.indexOf('/');
    if (slash < 1 || slash == name.length() - 1) {
      throw new InvalidInputException(
          "'" + name + "' names no document: write its namespace, a slash and its key");
    }
    try (var arborist = queue.open()) {
      var found =
          arborist.specifications().get(name.substring(0, slash), name.substring(slash + 1), null);
      return new JsonRequirements(
          "document " + name,
          found.orElseThrow(() -> new NotFoundException("there is no document " + name)).json());
    }
  }

  /** By the name that the file gives a benchmark, or the whole name of one that was measured. */
  private Predicate<Requirement> wanted(Set<String> benchmarks) {
    if (only == null) {
      return requirement -> true;
    }
    try {
      Predicate<String> matches = Pattern.compile(only).asPredicate();
      return requirement ->
          matches.test(requirement.benchmark())
              || benchmarks.stream()
                  .anyMatch(name -> requirement.isAboutName(name) && matches.test(name));
    } catch (PatternSyntaxException e) {
      throw new InvalidInputException(
          "'" + only + "' is not a regular expression: " + e.getDescription(), e);
    }
  }

  private Requirement underPolicy(Requirement requirement) {
    return inconclusive == null
        ? requirement
        : requirement.underPolicy(WhenInconclusive.parse(inconclusive.toLowerCase(Locale.ROOT)));
  }
}
