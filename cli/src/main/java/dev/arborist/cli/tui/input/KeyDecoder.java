package dev.arborist.cli.tui.input;

import dev.arborist.cli.tui.input.Input.Alt;
import dev.arborist.cli.tui.input.Input.Pasted;
import dev.arborist.cli.tui.input.Input.Typed;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the bytes of a terminal what a person did.
 *
 * <p>A terminal sends most keys as sequences that begin as the Escape key does, so only time tells
 * them apart: whoever feeds the decoder calls {@link #expire()} when nothing came for {@link
 * #patienceMillis()}. Sequences that mean nothing here are swallowed whole. Knows no clock and no
 * terminal; not safe for use by several threads.
 */
public final class KeyDecoder {

  /** How long after an Escape its sequence may take to arrive. */
  static final int ESCAPE_MILLIS = 50;

  /** How long a paste may pause before it counts as ended, lest it swallow all that follows. */
  static final int PASTE_MILLIS = 2_000;

  private static final int ESC = 0x1B;
  private static final int BEL = 0x07;
  private static final int BACKSPACE = 0x08;
  private static final int DEL = 0x7F;
  private static final int C1_LAST = 0x9F;
  private static final int PARAMETERS_MAX = 64;
  private static final int X10_BYTES = 3;
  private static final int X10_OFFSET = 32;
  private static final String PASTE_BEGINS = "200";

  /** What the bytes so far are the beginning of. */
  private enum State {
    /** Nothing. */
    GROUND,
    /** A character of several bytes. */
    CHARACTER,
    /** Escape, or anything that begins with it. */
    ESCAPE,
    /** {@code ESC [}. */
    CONTROL,
    /** {@code ESC O}. */
    SHIFT,
    /** {@code ESC [ [}, as the console of Linux begins its function keys. */
    CONSOLE,
    /** {@code ESC [ M}, the mouse of terminals that do not know mode 1006. */
    X10_MOUSE,
    /** A string, such as a terminal answers with, up to BEL or {@code ESC \}. */
    STRING,
    /** The Escape that is expected to end a string. */
    STRING_END,
    /** A paste. */
    PASTE
  }

  private final Consumer<Input> out;
  private final Utf8Decoder utf8 = new Utf8Decoder();
  private final PasteBuffer paste = new PasteBuffer();
  private final StringBuilder collected = new StringBuilder();
  private State state = State.GROUND;
  private boolean alt;
  private int introducer;

  /** Tells one consumer, during {@link #accept} and {@link #expire}. */
  public KeyDecoder(Consumer<Input> out) {
    this.out = out;
  }

  /**
   * How long to wait for the next byte before {@link #expire()} is due; 0 for as long as it takes.
   */
  public int patienceMillis() {
    return switch (state) {
      case GROUND -> 0;
      case PASTE -> PASTE_MILLIS;
      case CHARACTER, ESCAPE, CONTROL, SHIFT, CONSOLE, X10_MOUSE, STRING, STRING_END ->
          ESCAPE_MILLIS;
    };
  }

  /** Takes the next byte. */
  public void accept(byte next) {
    int b = Byte.toUnsignedInt(next);
    while (!step(b)) {
      // what the byte does not fit has ended, and the state it left takes every byte
    }
  }

  /** Takes what has come as all that will come. */
  public void expire() {
    State ended = state;
    state = State.GROUND;
    switch (ended) {
      case GROUND, CONSOLE, X10_MOUSE -> {}
      case CHARACTER -> typed(Utf8Decoder.REPLACEMENT);
      case ESCAPE, STRING_END -> out.accept(Input.Key.ESCAPE);
      case CONTROL, SHIFT, STRING -> {
        if (collected.length() == 0) {
          out.accept(new Alt(introducer)); // it only looked like a sequence
        }
      }
      case PASTE -> out.accept(new Pasted(paste.text()));
    }
  }

  /** Takes a byte, or ends what it does not fit and returns false. */
  private boolean step(int b) {
    return switch (state) {
      case GROUND -> ground(b);
      case CHARACTER -> character(b);
      case ESCAPE -> escape(b);
      case CONTROL -> control(b);
      case SHIFT -> shift(b);
      case CONSOLE -> console(b);
      case X10_MOUSE -> x10Mouse(b);
      case STRING -> string(b);
      case STRING_END -> stringEnd(b);
      case PASTE -> paste(b);
    };
  }

  private boolean ground(int b) {
    alt = false;
    if (b == ESC) {
      state = State.ESCAPE;
    } else if (b < ' ' || b == DEL) {
      tell(KeySequences.controlKey(b));
    } else {
      begin(b);
    }
    return true;
  }

  private void begin(int b) {
    state = State.GROUND;
    int codePoint = b < DEL ? b : utf8.begin(b);
    if (codePoint == Utf8Decoder.MORE) {
      state = State.CHARACTER;
    } else {
      typed(codePoint);
    }
  }

  private boolean character(int b) {
    int codePoint = utf8.next(b);
    if (codePoint != Utf8Decoder.MORE) {
      state = State.GROUND;
      typed(codePoint == Utf8Decoder.MALFORMED ? Utf8Decoder.REPLACEMENT : codePoint);
    }
    return codePoint != Utf8Decoder.MALFORMED;
  }

  private void typed(int codePoint) {
    if (codePoint > C1_LAST || codePoint < DEL) {
      out.accept(alt ? new Alt(codePoint) : new Typed(codePoint));
    }
  }

  private boolean escape(int b) {
    collected.setLength(0);
    introducer = b;
    switch (b) {
      case '[' -> state = State.CONTROL;
      case 'O' -> state = State.SHIFT;
      case ']', 'P', 'X', '^', '_' -> state = State.STRING;
      default -> {
        if (b == DEL || b == BACKSPACE) {
          return ended(Input.Key.CTRL_W); // as shells delete a word
        }
        if (b < ' ') {
          out.accept(Input.Key.ESCAPE); // Escape, and then another key
          return broken();
        }
        alt = true;
        begin(b);
      }
    }
    return true;
  }

  private boolean control(int b) {
    if (b < ' ' || b >= DEL) {
      return broken();
    }
    if (b < '@') {
      collect(b);
      return true;
    }
    if (b == '[' && collected.length() == 0) {
      state = State.CONSOLE;
    } else if (b == 'M' && collected.length() == 0) {
      state = State.X10_MOUSE;
    } else if (b == '~' && PASTE_BEGINS.contentEquals(collected)) {
      paste.begin();
      state = State.PASTE;
    } else {
      return ended(isTooLong() ? null : KeySequences.control(collected, (char) b));
    }
    return true;
  }

  private boolean shift(int b) {
    if (b < ' ' || b >= DEL) {
      return broken();
    }
    if (b < '@') {
      collect(b);
      return true;
    }
    return ended(KeySequences.shifted((char) b));
  }

  private boolean console(int b) {
    boolean breaks = b < ' ' || b >= DEL;
    return breaks ? broken() : ended(b == 'A' ? Input.Key.F1 : null);
  }

  private boolean x10Mouse(int b) {
    collected.append((char) b);
    if (collected.length() < X10_BYTES) {
      return true;
    }
    return ended(
        KeySequences.mouse(
            collected.charAt(0) - X10_OFFSET,
            collected.charAt(2) - X10_OFFSET - 1,
            collected.charAt(1) - X10_OFFSET - 1));
  }

  private boolean string(int b) {
    if (b == ESC) {
      state = State.STRING_END;
      return true;
    }
    collect(b);
    return b == BEL ? ended(null) : true;
  }

  private boolean stringEnd(int b) {
    if (b == '\\') {
      return ended(null);
    }
    state = State.ESCAPE; // no end, but the beginning of something else
    return false;
  }

  private boolean paste(int b) {
    return paste.add(b) ? ended(new Pasted(paste.text())) : true;
  }

  /** Keeps a byte of a sequence, unless it is too long to mean anything. */
  private void collect(int b) {
    if (!isTooLong()) {
      collected.append((char) b);
    }
  }

  private boolean isTooLong() {
    return collected.length() > PARAMETERS_MAX;
  }

  private boolean ended(@Nullable Input input) {
    state = State.GROUND;
    tell(input);
    return true;
  }

  private boolean broken() {
    state = State.GROUND;
    return false;
  }

  private void tell(@Nullable Input input) {
    if (input != null) {
      out.accept(input);
    }
  }
}
