package dev.arborist.cli.tui.input;

import dev.arborist.cli.tui.input.Input.Mouse;
import org.jspecify.annotations.Nullable;

/**
 * What the sequences mean that terminals send for keys and for the mouse.
 *
 * <p>The names are those of xterm's control sequences (invisible-island.net, "ctlseqs"), with what
 * rxvt, the consoles of Linux and old terminals send instead. Modifiers make no difference.
 */
final class KeySequences {

  private static final int NUMBER_MAX = 99_999;

  private static final int BUTTON = 3;
  private static final int MOVED = 32;
  private static final int WHEEL = 64;
  private static final int OTHER_BUTTONS = 128;

  private KeySequences() {}

  /** The key that sends a control character; null for those that nobody waits for. */
  static Input.@Nullable Key controlKey(int b) {
    return switch (b) {
      case 0x01 -> Input.Key.CTRL_A;
      case 0x02 -> Input.Key.CTRL_B;
      case 0x03 -> Input.Key.CTRL_C;
      case 0x04 -> Input.Key.CTRL_D;
      case 0x05 -> Input.Key.CTRL_E;
      case 0x06 -> Input.Key.CTRL_F;
      case 0x08, 0x7F -> Input.Key.BACKSPACE;
      case '\t' -> Input.Key.TAB;
      case '\r', '\n' -> Input.Key.ENTER;
      case 0x0C -> Input.Key.CTRL_L;
      case 0x15 -> Input.Key.CTRL_U;
      case 0x17 -> Input.Key.CTRL_W;
      case 0x1A -> Input.Key.CTRL_Z;
      default -> null;
    };
  }

  /**
   * What a control sequence means.
   *
   * @param parameters what stood between {@code ESC [} and the last character
   * @return null when it is no key that is known
   */
  static @Nullable Input control(CharSequence parameters, char last) {
    if (parameters.length() > 0 && parameters.charAt(0) == '<') {
      return mouse(parameters, last);
    }
    for (int i = 0; i < parameters.length(); i++) {
      char c = parameters.charAt(i);
      if (c < '0' || c > ';') {
        return null; // an answer of the terminal, not a key
      }
    }
    return last == '~' ? numbered(number(parameters, 0)) : lettered(last);
  }

  /** What a key means that is sent as {@code ESC O} and a letter, as in application mode. */
  static @Nullable Input shifted(char last) {
    return last == 'M' ? Input.Key.ENTER : lettered(last);
  }

  private static Input.@Nullable Key lettered(char last) {
    return switch (last) {
      case 'A', 'a' -> Input.Key.UP;
      case 'B', 'b' -> Input.Key.DOWN;
      case 'C', 'c' -> Input.Key.RIGHT;
      case 'D', 'd' -> Input.Key.LEFT;
      case 'F' -> Input.Key.END;
      case 'H' -> Input.Key.HOME;
      case 'P' -> Input.Key.F1;
      case 'Z' -> Input.Key.BACK_TAB;
      default -> null;
    };
  }

  private static Input.@Nullable Key numbered(int number) {
    return switch (number) {
      case 1, 7 -> Input.Key.HOME;
      case 3 -> Input.Key.DELETE;
      case 4, 8 -> Input.Key.END;
      case 5 -> Input.Key.PAGE_UP;
      case 6 -> Input.Key.PAGE_DOWN;
      case 11 -> Input.Key.F1;
      default -> null;
    };
  }

  /** The mouse as mode 1006 reports it: {@code ESC [ < button ; column ; row} and M or m. */
  private static @Nullable Input mouse(CharSequence parameters, char last) {
    int second = next(parameters, 1);
    int third = next(parameters, second);
    if (last != 'M' || third < 0) {
      return null; // m tells that a button was let go
    }
    return mouse(
        number(parameters, 1), number(parameters, third) - 1, number(parameters, second) - 1);
  }

  /**
   * What the mouse did.
   *
   * @param code the button and modifiers as xterm reports them
   * @return null for what nobody waits for: motion, other buttons, places outside
   */
  static @Nullable Input mouse(int code, int row, int column) {
    if (row < 0 || column < 0 || code < 0 || (code & (MOVED | OTHER_BUTTONS)) != 0) {
      return null;
    }
    int button = code & BUTTON;
    if ((code & WHEEL) == 0) {
      return button == 0 ? new Mouse(Mouse.Action.PRESS, row, column) : null;
    }
    return switch (button) {
      case 0 -> new Mouse(Mouse.Action.WHEEL_UP, row, column);
      case 1 -> new Mouse(Mouse.Action.WHEEL_DOWN, row, column);
      default -> null;
    };
  }

  /** Where the parameter begins that follows the one at this place; -1 when none does. */
  private static int next(CharSequence parameters, int from) {
    if (from < 0) {
      return -1;
    }
    for (int i = from; i < parameters.length(); i++) {
      if (parameters.charAt(i) == ';') {
        return i + 1;
      }
    }
    return -1;
  }

  /** The number that begins at this place; -1 when there is none, or none that could be meant. */
  private static int number(CharSequence parameters, int from) {
    int number = -1;
    for (int i = from; i < parameters.length(); i++) {
      int digit = parameters.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return number;
      }
      number = Math.max(number, 0) * 10 + digit;
      if (number > NUMBER_MAX) {
        return -1;
      }
    }
    return number;
  }
}
