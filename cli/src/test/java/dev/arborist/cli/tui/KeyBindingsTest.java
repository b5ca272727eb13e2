package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.cli.tui.KeyBindings.Binding;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.cli.tui.input.Input.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyBindingsTest {

  /** What a key needs to have been done so that it does something; two rows down for the others. */
  private static final Map<String, String> PREPARED =
      Map.of(
          "expand", "jjh",
          "expand everything", "-",
          "the view tree", "2",
          "the next match", "/idea\n",
          "the match before", "/idea\n",
          "show everything again", "f\t\t\t\t\t\t\t\t\t\t\t\t\tidea\n",
          "take all marks away", " ",
          "close what is open, forget the search", "\n");

  @TempDir Path directory;

  private static void prepare(TuiDriver tui, Binding binding) {
    String keys = PREPARED.getOrDefault(binding.help(), "jj");
    for (int i = 0; i < keys.length(); i++) {
      char key = keys.charAt(i);
      switch (key) {
        case '\n' -> tui.presses(Input.Key.ENTER);
        case '\t' -> tui.presses(Input.Key.TAB);
        default -> tui.does(new Typed(key));
      }
    }
    tui.effects.clear();
  }

  /** The frame and the wishes after a key. */
  private static String after(TuiQueue queue, Binding binding, Input... inputs) {
    try (TuiDriver tui = queue.at(80, 24)) {
      prepare(tui, binding);
      tui.does(inputs);
      return tui.coloured() + tui.effects + tui.session.board().selected();
    }
  }

  @Test
  void everyKeyDoesSomethingAndKeysOfOneLineDoTheSame() {
    try (TuiQueue queue = new TuiQueue(directory).release()) {
      for (Binding binding : KeyBindings.all()) {
        String nothing = after(queue, binding);
        String first = after(queue, binding, binding.keys().get(0));
        assertNotEquals(nothing, first, binding.help());
        for (Input key : binding.keys()) {
          assertEquals(first, after(queue, binding, key), binding.help());
        }
      }
    }
  }

  @Test
  void theHelpNamesEveryKey() {
    try (TuiQueue queue = new TuiQueue(directory)) {
      String help = queue.at(120, 60).types("?").frame();
      for (Binding binding : KeyBindings.all()) {
        assertTrue(help.contains(binding.help()), binding.help());
        assertTrue(help.contains(binding.keysText(3)), binding.help());
        assertTrue(binding.keys().size() <= 3, "the help names three keys: " + binding.help());
      }
    }
  }

  @Test
  void theGuideHasTheKeysOfTheTable() throws IOException {
    StringBuilder rows = new StringBuilder();
    String group = "";
    for (Binding binding : KeyBindings.all()) {
      String keys =
          binding.keys().stream()
              .map(key -> "`" + KeyBindings.name(key) + "`")
              .collect(Collectors.joining(", "));
      String named = binding.group().equals(group) ? "" : binding.group();
      rows.append("| " + named + " | " + keys + " | " + binding.help() + " |\n");
      group = binding.group();
    }
    String guide = Files.readString(Path.of("../docs/guide/tui.md"));
    assertTrue(guide.contains(rows), () -> "docs/guide/tui.md has not these rows:\n" + rows);
  }

  @Test
  void everyKeyHasAName() {
    for (Input.Key key : Input.Key.values()) {
      assertFalse(KeyBindings.name(key).isBlank(), key.name());
      assertFalse(KeyBindings.name(key).contains("_"), key.name());
    }
    assertEquals(
        List.of("PgDn", "Ctrl-F", "Space", "Shift-Tab", "F1", "Home"),
        List.of(
                Input.Key.PAGE_DOWN,
                Input.Key.CTRL_F,
                new Typed(' '),
                Input.Key.BACK_TAB,
                Input.Key.F1,
                Input.Key.HOME)
            .stream()
            .map(KeyBindings::name)
            .toList());
  }

  @Test
  void whatMeansNothingDoesNothing() {
    try (TuiQueue queue = new TuiQueue(directory).release()) {
      TuiDriver tui = queue.at(80, 24);
      String before = tui.coloured();
      tui.types("zéX@").presses(Input.Key.DELETE, Input.Key.CTRL_A).does(new Input.Pasted("qqq"));
      assertEquals(before, tui.coloured());
      assertEquals(List.of(), tui.effects);
    }
  }
}
