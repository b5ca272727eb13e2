package dev.arborist.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What stands below the options of a help.
 *
 * @param blocks lines that belong together, and are parted from others by an empty one
 * @param examples lines that can be run
 */
record HelpFooter(List<List<String>> blocks, List<String> examples) {

  /** The footer of a command's help, as it is shown. */
  static HelpFooter of(CommandSpec command) {
    List<List<String>> blocks = new ArrayList<>();
    List<String> examples = new ArrayList<>();
    boolean atExamples = false;
    for (String line : command.usageMessage().footer()) {
      String shown = CompletionModels.shown(line);
      atExamples |= shown.startsWith("Example");
      if (atExamples) {
        examples.add(shown.strip());
      } else if (shown.isEmpty()) {
        blocks.add(new ArrayList<>());
      } else {
        blocks.get(blocks.size() - 1).add(shown);
      }
    }
    blocks.removeIf(List::isEmpty);
    return new HelpFooter(blocks, examples.subList(examples.isEmpty() ? 0 : 1, examples.size()));
  }
}
