package dev.arborist.cli.tui.input;

/** Something that a person did at the terminal. */
public sealed interface Input {

  /** A character was typed; control characters come as {@link Key}s. */
  record Typed(int codePoint) implements Input {}

  /** A character was typed while Alt was held down. */
  record Alt(int codePoint) implements Input {}

  /** A key without a character. */
  enum Key implements Input {
    ENTER,
    ESCAPE,
    TAB,
    BACK_TAB,
    BACKSPACE,
    DELETE,
    UP,
    DOWN,
    LEFT,
    RIGHT,
    HOME,
    END,
    PAGE_UP,
    PAGE_DOWN,
    CTRL_A,
    CTRL_B,
    CTRL_C,
    CTRL_D,
    CTRL_E,
    CTRL_F,
    CTRL_L,
    CTRL_U,
    CTRL_W,
    CTRL_Z,
    F1
  }

  /** A text was pasted, newlines and all. */
  record Pasted(String text) implements Input {}

  /** The mouse was used; row and column count from 0. */
  record Mouse(Action action, int row, int column) implements Input {

    /** What it did. */
    public enum Action {
      PRESS,
      WHEEL_UP,
      WHEEL_DOWN
    }
  }

  /** The window has another size, or shows what is not known: ask for its size, draw it anew. */
  record Resized() implements Input {}
}
