package dev.arborist.cli;

import static dev.arborist.cli.manual.Roff.bold;
import static dev.arborist.cli.manual.Roff.italic;
import static dev.arborist.cli.manual.Roff.text;

import dev.arborist.cli.manual.Roff;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command: what its help says, and what it reads and returns. */
final class ManualPage {

  /** Of this edition: no page tells when it was built, so that a build can be repeated. */
  static final String DATE = "2026-01-01";

  private final CommandSpec command;
  private final HelpFooter footer;
  private final Roff page;

  private ManualPage(CommandSpec command, String version) {
    this.command = command;
    footer = HelpFooter.of(command);
    page = new Roff(name(command), DATE, version);
  }

  /** The page in the language of man(7). */
  static String of(CommandSpec command, String version) {
    return new ManualPage(command, version).write();
  }

  /** What the page of a command is called, such as {@code arborist-spec-put}. */
  static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  private String write() {
    String summary = shown(command.usageMessage().description()[0]);
    String brief = summary.substring(0, 1).toLowerCase(Locale.ROOT) + summary.substring(1);
    page.section("NAME");
    page.marked(text(name(command)) + " \\- " + text(brief.replaceFirst("\\.$", "")));
    page.section("SYNOPSIS").marked(synopsis());
    page.section("DESCRIPTION").marked(text(summary));
    footer.blocks().forEach(this::block);
    commands();
    page.section("OPTIONS");
    command.positionalParameters().forEach(place -> page.item(place(place), described(place)));
    command.options().stream()
        .filter(option -> !option.hidden())
        .forEach(option -> page.item(option(option), described(option)));
    page.section("EXAMPLES").verbatim(footer.examples());
    ManualFacts facts = new ManualFacts(command);
    page.section("EXIT STATUS");
    facts.exitCodes().forEach((code, meaning) -> page.item(bold(code), meaning));
    listed("ENVIRONMENT", facts.environment());
    listed("FILES", facts.files());
    page.section("SEE ALSO").marked(seeAlso());
    return page.toString();
  }

  /** Indented lines are tables of their own. */
  private void block(List<String> lines) {
    int begin = 0;
    for (int i = 1; i <= lines.size(); i++) {
      if (i == lines.size() || isOfTable(lines.get(i)) != isOfTable(lines.get(begin))) {
        part(lines.subList(begin, i));
        begin = i;
      }
    }
  }

  private static boolean isOfTable(String line) {
    return line.startsWith(" ");
  }

  private void part(List<String> lines) {
    if (isOfTable(lines.get(0))) {
      page.verbatim(lines);
    } else {
      page.paragraph(String.join(" ", lines));
    }
  }

  private void commands() {
    List<CommandSpec> below = CompletionModels.below(command);
    if (below.isEmpty()) {
      return;
    }
    page.section("COMMANDS");
    if (command.parent() != null) {
      below.forEach(this::item);
      return;
    }
    for (CommandGroups.Group group : CommandGroups.GROUPS) {
      page.part(group.heading());
      below.stream().filter(one -> group.names().contains(one.name())).forEach(this::item);
    }
  }

  private void item(CommandSpec below) {
    page.item(bold(below.name()), shown(below.usageMessage().description()[0]));
  }

  private void listed(String heading, Map<String, String> items) {
    if (!items.isEmpty()) {
      page.section(heading);
      items.forEach((name, meaning) -> page.item(bold(name), meaning));
    }
  }

  /** What must be given is named; everything else is an option. */
  private String synopsis() {
    List<String> parts = new ArrayList<>(List.of(bold(command.qualifiedName())));
    parts.add("[" + italic("OPTION") + "]...");
    command.options().stream()
        .filter(ArgSpec::required)
        .forEach(
            option -> parts.add(bold(option.longestName()) + "=" + italic(option.paramLabel())));
    for (PositionalParamSpec place : command.positionalParameters()) {
      String label = place(place);
      parts.add(place.arity().min() == 0 ? "[" + label + "]" : label);
    }
    if (!command.subcommands().isEmpty()) {
      parts.add(italic("COMMAND"));
    }
    return String.join(" ", parts);
  }

  private static String place(PositionalParamSpec place) {
    return italic(place.paramLabel()) + (place.arity().max() > 1 ? "..." : "");
  }

  private static String option(OptionSpec option) {
    String names = Arrays.stream(option.names()).map(Roff::bold).collect(Collectors.joining(", "));
    if (option.arity().max() == 0) {
      return names;
    }
    String more = option.splitRegex().isEmpty() ? "" : "[,...]";
    return names + "=" + italic(option.paramLabel()) + more;
  }

  private static String described(ArgSpec argument) {
    return Arrays.stream(argument.description())
        .map(ManualPage::shown)
        .collect(Collectors.joining(" "));
  }

  private static String shown(String description) {
    return CompletionModels.shown(description);
  }

  /** The page above and those of the same group. */
  private String seeAlso() {
    List<CommandSpec> others = new ArrayList<>();
    CommandSpec parent = command.parent();
    if (parent == null) {
      others.addAll(CompletionModels.below(command));
    } else {
      others.add(parent);
      others.addAll(CompletionModels.below(command));
      CompletionModels.below(parent).stream()
          .filter(one -> one != command && CommandGroups.together(one, command))
          .forEach(others::add);
    }
    return others.stream().map(one -> bold(name(one)) + "(1)").collect(Collectors.joining(",\n"));
  }
}
