package dev.arborist.cli.tui;

import dev.arborist.cli.tui.input.Input;
import dev.arborist.cli.tui.input.Input.Typed;
import java.util.LinkedHashMap;
import java.util.Map;

/** A question that one key answers; no other key does anything. */
final class Asking implements Mode {

  /** An answer, and what it does. */
  private record Choice(String text, Runnable action) {}

  private final Workspace desk;
  private String question;
  private final String refused;
  private final Map<Integer, Choice> choices = new LinkedHashMap<>();

  /**
   * Asks.
   *
   * @param question without its question mark
   * @param refused what is said when the answer is no
   */
  Asking(Workspace desk, String question, String refused) {
    this.desk = desk;
    this.question = question;
    this.refused = refused;
  }

  /** Asks more precisely, when more is known. */
  void ask(String more) {
    question = more;
  }

  /** Takes a key for an answer. */
  void choice(char key, String text, Runnable action) {
    choices.put((int) key, new Choice(text, action));
  }

  @Override
  public void handle(Input input) {
    if (input instanceof Typed typed && choices.containsKey(typed.codePoint())) {
      Choice choice = choices.get(typed.codePoint());
      desk.leave();
      if (choice != null) {
        choice.action().run();
      }
    } else if (input.equals(new Typed('n'))
        || input.equals(new Typed('q'))
        || input == Input.Key.ESCAPE
        || input == Input.Key.CTRL_C) {
      desk.leave();
      desk.status.say(refused);
    }
  }

  @Override
  public void draw(Canvas canvas, Layout layout) {
    Rect place = layout.status();
    canvas.clear(place);
    int row = place.top();
    int column =
        canvas.write(row, place.left() + 1, place.right(), question + "?", desk.palette.bold);
    for (Map.Entry<Integer, Choice> choice : choices.entrySet()) {
      String key = Character.toString(choice.getKey());
      column = canvas.write(row, column + 2, place.right(), key, desk.palette.bold);
      column =
          canvas.write(row, column + 1, place.right(), choice.getValue().text(), Palette.PLAIN);
    }
    column = canvas.write(row, column + 2, place.right(), "n", desk.palette.bold);
    canvas.write(row, column + 1, place.right(), "no", Palette.PLAIN);
  }
}
