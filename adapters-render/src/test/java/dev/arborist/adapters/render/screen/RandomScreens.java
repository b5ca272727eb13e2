package dev.arborist.adapters.render.screen;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Screens that follow each other as those of a program might, and as those of none would: some
 * cells, rows or everything changes, lists scroll, clusters are cut in half.
 */
final class RandomScreens {

  /** What is used to mark up a line. */
  private static final String[] ESCAPES = {"\u001b[0m", "\u001b[m", "\u001b[1m", "\u001b[2;35m"};

  private final SplittableRandom random;
  private final List<String> texts;

  /** The first column that only what every terminal knows is written to. */
  private final int margin;

  private Screen screen;
  private int scrolled;

  RandomScreens(long seed, List<String> texts, int columns, int rows, int margin) {
    random = new SplittableRandom(seed);
    this.texts = texts;
    this.margin = margin;
    screen = new Screen(columns, rows, AmbiguousWidth.NARROW);
  }

  /** The next screen, which may be the one from before, changed. */
  Screen next() {
    if (random.nextInt(20) == 0) {
      screen = new Screen(screen.columns(), screen.rows(), AmbiguousWidth.NARROW);
    }
    switch (random.nextInt(12)) {
      case 0 -> screen.clear();
      case 1 -> {}
      case 2, 3, 4 -> list();
      default -> {
        for (int i = random.nextInt(6); i >= 0; i--) {
          change();
        }
      }
    }
    return screen;
  }

  /** A list that scrolls beneath a row of its own and above another. */
  private void list() {
    scrolled = Math.max(0, scrolled + random.nextInt(7) - 3);
    int rows = screen.rows();
    int cursor = random.nextInt(rows);
    for (int row = 1; row < rows - random.nextInt(2); row++) {
      screen.fill(row, 0, screen.columns(), "");
      int number = scrolled + row;
      String label = texts.get(number * 7 % texts.size());
      int column = screen.write(row, number % 5, margin, SafeText.of("#" + number), "38;5;33");
      write(row, column + 1, label, "");
      if (row == cursor) {
        screen.restyle(row, 0, screen.columns(), "7");
      }
    }
  }

  private void change() {
    int row = random.nextInt(screen.rows());
    int column = random.nextInt(screen.columns());
    switch (random.nextInt(8)) {
      case 0 -> screen.fill(row, column, end(column), StyleTest.random(random));
      case 1 -> screen.restyle(row, column, end(column), StyleTest.random(random));
      case 2 -> screen.write(row, column, end(column), SafeText.of("ab 日本 c"), "");
      case 3 -> screen.write(row, Math.max(0, screen.columns() - 3), 999, SafeText.of("xyz"), "1");
      case 4 -> line(row, Math.min(column, margin));
      default -> write(row, column, text(), StyleTest.random(random));
    }
  }

  private int end(int column) {
    return column + random.nextInt(screen.columns() + 1 - column);
  }

  private String text() {
    return texts.get(random.nextInt(texts.size()));
  }

  private void write(int row, int column, String text, String style) {
    if (column < margin) {
      int limit = Math.min(margin, column + random.nextInt(40));
      screen.write(row, column, limit, SafeText.of(text), style);
    }
  }

  private void line(int row, int column) {
    StringBuilder line = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      line.append(ESCAPES[random.nextInt(ESCAPES.length)]);
      line.append("├─ ").append(SafeText.of(text()));
    }
    byte[] bytes = line.toString().getBytes(StandardCharsets.UTF_8);
    screen.writeLine(row, column, margin, bytes, 0, bytes.length);
  }
}
