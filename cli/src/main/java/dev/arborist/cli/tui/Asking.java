package dev.arborist.cli.tui;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.adapters.render.text.WrappedText;
import dev.arborist.cli.tui.draw.Canvas;
import dev.arborist.cli.tui.draw.Layout;
import dev.arborist.cli.tui.draw.Palette;
import dev.arborist.cli.tui.draw.Rect;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.cli.tui.input.Input.Typed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A question that one key answers; no other key does anything. */
final class Asking implements Mode {

  /** An answer, and what it does. */
  private record Choice(String text, Runnable action) {}

  /** An answer as it is drawn: its key, a blank, and what it says. */
  private record Answer(String key, SafeText text, int width) {

    Answer(Canvas canvas, int key, String text) {
      this(Character.toString(key), SafeText.of(text), 2 + canvas.width(SafeText.of(text)));
    }
  }

  private static final int GAP = 2;

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

  /** On one line if it fits, else over as many as it takes: no answer is left out. */
  @Override
  public void draw(Canvas canvas, Layout layout) {
    Rect place = layout.status();
    List<Answer> answers = new ArrayList<>();
    choices.forEach((key, choice) -> answers.add(new Answer(canvas, key, choice.text())));
    answers.add(new Answer(canvas, 'n', "no"));
    SafeText asked = SafeText.of(question + "?");
    int needed = canvas.width(asked) + answers.stream().mapToInt(one -> GAP + one.width()).sum();
    if (place.left() + 1 + needed <= place.right()) {
      canvas.clear(place);
      int column = place.left() + 1;
      column = canvas.write(place.top(), column, place.right(), asked, desk.palette.bold);
      answers(canvas, place.top(), column + GAP, place.right(), answers);
    } else {
      lines(canvas, place, answers);
    }
  }

  /** The question above its answers, over what else is at the bottom of the screen. */
  private void lines(Canvas canvas, Rect place, List<Answer> answers) {
    int left = place.left() + 1;
    int limit = place.right();
    List<List<Answer>> rows = rows(answers, limit - left);
    List<SafeText> asked =
        WrappedText.lines(question + "?", limit - left - 1, desk.palette.settings.ambiguous());
    int shown = Math.max(0, Math.min(asked.size(), place.bottom() - rows.size()));
    int top = place.bottom() - rows.size() - shown;
    canvas.clear(new Rect(top, 0, place.bottom() - top, limit));
    if (top > 0) {
      canvas.repeat(top - 1, 0, limit, desk.palette.horizontal, desk.palette.dim);
    }
    for (int line = 0; line < shown; line++) {
      boolean goesOn = line == shown - 1 && shown < asked.size();
      String text = asked.get(line) + (goesOn ? desk.palette.ellipsis.toString() : "");
      canvas.write(top + line, left, limit, text, desk.palette.bold);
    }
    for (int row = 0; row < rows.size(); row++) {
      answers(canvas, top + shown + row, left, limit, rows.get(row));
    }
  }

  /** As many answers on each row as fit into so many columns. */
  private static List<List<Answer>> rows(List<Answer> answers, int columns) {
    List<List<Answer>> rows = new ArrayList<>();
    int used = columns;
    for (Answer answer : answers) {
      if (used + GAP + answer.width() > columns) {
        rows.add(new ArrayList<>());
        used = -GAP;
      }
      rows.get(rows.size() - 1).add(answer);
      used += GAP + answer.width();
    }
    return rows;
  }

  private void answers(Canvas canvas, int row, int from, int limit, List<Answer> answers) {
    int column = from;
    for (Answer answer : answers) {
      column = canvas.write(row, column, limit, answer.key(), desk.palette.bold);
      column = canvas.write(row, column + 1, limit, answer.text(), Palette.PLAIN) + GAP;
    }
  }
}
