package dev.arborist.cli;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How large the terminal's window is: asked for when it first matters, and then remembered. */
final class TerminalWindow {

  /**
   * A size.
   *
   * @param rows how high the window is; 0 when that is not known
   * @param columns how wide it is; 0 when that is not known
   */
  record Size(int rows, int columns) {

    static final Size UNKNOWN = new Size(0, 0);
  }

  private final Supplier<Size> question;
  private @Nullable Size known;

  TerminalWindow(Supplier<Size> question) {
    this.question = question;
  }

  /** The window as it was when somebody first wanted to know. */
  Size size() {
    Size size = known;
    if (size == null) {
      size = question.get();
      known = size;
    }
    return size;
  }

  /** Lets the next one who wants to know ask again. */
  void forget() {
    known = null;
  }
}
