package dev.arborist.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;

/** The overview of all commands, in groups of what people do together. */
final class CommandGroups implements IHelpSectionRenderer {

  /**
   * Some commands under a heading.
   *
   * @param heading what they have in common
   * @param names the commands, in the order in which they are listed
   */
  record Group(String heading, List<String> names) {}

  static final List<Group> GROUPS =
      List.of(
          new Group("Tasks", List.of("init", "add", "update", "link", "unlink", "cancel", "retry")),
          new Group(
              "Workers", List.of("claim", "heartbeat", "complete", "fail", "release", "work")),
          new Group(
              "Looking",
              List.of(
                  "list",
                  "show",
                  "tree",
                  "tui",
                  "prerequisites",
                  "dependents",
                  "plan",
                  "explain",
                  "status",
                  "events")),
          new Group("Upkeep", List.of("prune", "backup", "doctor", "import", "export", "spec")),
          new Group("Examining", List.of("perf")),
          new Group("Scripting", List.of("completion", "man", "schema")));

  /** Whether two commands stand beside each other, and in one group if there are groups. */
  static boolean together(CommandSpec one, CommandSpec other) {
    return one.parent() == other.parent()
        && (one.parent().parent() != null
            || GROUPS.stream()
                .map(Group::names)
                .anyMatch(names -> names.contains(one.name()) && names.contains(other.name())));
  }

  /** All commands, in the order of the overview. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    GROUPS.forEach(group -> names.addAll(group.names()));
    return names;
  }

  @Override
  public String render(Help help) {
    Map<String, CommandLine> commands = new TreeMap<>(help.commandSpec().subcommands());
    int width = commands.keySet().stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (Group group : GROUPS) {
      lines.add("");
      lines.add(group.heading() + ":");
      for (String name : group.names()) {
        CommandLine command = commands.get(name);
        if (command != null) {
          String description = command.getCommandSpec().usageMessage().description()[0];
          lines.add("  " + name + " ".repeat(width - name.length() + 2) + description);
        }
      }
    }
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }
}
