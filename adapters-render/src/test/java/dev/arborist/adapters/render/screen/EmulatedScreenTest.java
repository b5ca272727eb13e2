package dev.arborist.adapters.render.screen;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.testkit.HostileLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever follows whatever, an emulator that is not ours shows it cell by cell. */
class EmulatedScreenTest {

  private static final List<String> PLAIN =
      List.of(
          "", "a", "hello world", "x".repeat(60), "1  2   3      4 ", "日本語 한국어 中文", "ＡＢＣ", "🙂");

  private static List<String> withHostileLabels(long seed) {
    List<String> texts = new ArrayList<>(PLAIN);
    HostileLabels.of(seed, 200).forEach(texts::add);
    return texts;
  }

  private static void assertShown(RandomScreens screens, Emulator emulator, int count, long seed)
      throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      Screen screen = screens.next();
      if (random.nextInt(50) == 0) {
        emulator.update().forget();
      }
      int row = random.nextInt(3) == 0 ? random.nextInt(screen.rows()) : -1;
      int column = random.nextInt(screen.columns());
      emulator.show(screen, row, column);
      emulator.assertShows(screen, row, column);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatTheEmulatorKnowsIsShownCellByCell(long seed) throws Exception {
    RandomScreens screens = new RandomScreens(seed, PLAIN, 40, 12, 40);
    assertShown(screens, new Emulator(40, 12), 1_000, seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7, 8})
  void aTerminalThatDisagreesOnWidthsShowsAllElseRight(long seed) throws Exception {
    RandomScreens screens = new RandomScreens(seed, withHostileLabels(seed), 60, 12, 58);
    assertShown(screens, new Emulator(60, 12), 1_000, seed);
  }

  @Test
  void aTinyScreenIsShown() throws Exception {
    for (int columns = 1; columns <= 4; columns++) {
      for (int rows = 1; rows <= 3; rows++) {
        RandomScreens screens = new RandomScreens(9, PLAIN, columns, rows, columns);
        assertShown(screens, new Emulator(columns, rows), 100, 9);
      }
    }
  }

  @Test
  void theEmulatorIsNotSparedMuch() {
    Screen screen = new Screen(60, 1, AmbiguousWidth.NARROW);
    int known = 0;
    int all = 0;
    for (String label : withHostileLabels(5)) {
      screen.clear();
      screen.write(0, 0, 60, SafeText.of(label), "");
      for (int cell = 0; cell < 60; cell++) {
        all++;
        known += Emulator.isKnown(screen.cells(), screen.cells().first(cell)) ? 1 : 0;
      }
    }
    assertTrue(known > all * 3 / 4, known + " of " + all);
    assertTrue(known < all, "nothing to disagree on");
  }
}
