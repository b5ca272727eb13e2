package dev.arborist.adapters.render.screen;

/** The style that the terminal writes in, and the shortest sequence to another. */
final class Pen {

  /** A sequence is cut in two beyond it: emulators limit its length and number of parameters. */
  private static final int SEQUENCE_MAX = 30;

  private final Sequences out;
  private long style = Style.NONE;
  private boolean first;
  private int start;

  Pen(Sequences out) {
    this.out = out;
  }

  void assume(long assumed) {
    style = assumed;
  }

  long style() {
    return style;
  }

  /** Chooses a style that makes a blank look so. */
  void setForBlank(long blank) {
    if (Style.ofBlank(style) != blank) {
      set(blank);
    }
  }

  void set(long next) {
    if (next == style) {
      return;
    }
    if (next == Style.NONE) {
      out.control("m");
    } else {
      int before = out.length();
      change(style, next);
      int middle = out.length();
      open();
      parameter(0);
      set(Style.NONE, next);
      out.ascii('m');
      if (out.length() - middle < middle - before) {
        out.remove(before, middle);
      } else {
        out.cutBack(middle);
      }
    }
    style = next;
  }

  private void change(long from, long to) {
    open();
    long kept = from;
    for (int attribute = Style.BOLD; attribute <= Style.ATTRIBUTES; attribute++) {
      if (Style.has(kept, attribute) && !Style.has(to, attribute)) {
        parameter(Style.off(attribute));
        kept = Style.without(kept, attribute);
      }
    }
    set(kept, to);
    out.ascii('m');
  }

  private void set(long from, long to) {
    for (int attribute = Style.BOLD; attribute <= Style.ATTRIBUTES; attribute++) {
      if (Style.has(to, attribute) && !Style.has(from, attribute)) {
        parameter(attribute);
      }
    }
    if (Style.foreground(from) != Style.foreground(to)) {
      colour(Style.foreground(to), 0);
    }
    if (Style.background(from) != Style.background(to)) {
      colour(Style.background(to), Style.TO_BACKGROUND);
    }
  }

  private void colour(int colour, int toGround) {
    int value = Style.value(colour);
    switch (Style.kind(colour)) {
      case Style.BASIC -> {
        room(4);
        parameter(value + toGround);
      }
      case Style.INDEXED -> {
        room(9);
        parameter(38 + toGround);
        parameter(5);
        parameter(value);
      }
      case Style.DIRECT -> {
        room(17);
        parameter(38 + toGround);
        parameter(2);
        parameter(value >> 16);
        parameter(value >> 8 & 0xFF);
        parameter(value & 0xFF);
      }
      default -> parameter(39 + toGround);
    }
  }

  private void open() {
    start = out.length();
    out.control("");
    first = true;
  }

  private void room(int more) {
    if (out.length() - start + more > SEQUENCE_MAX) {
      out.ascii('m');
      open();
    }
  }

  private void parameter(int value) {
    if (!first) {
      out.ascii(';');
    }
    first = false;
    out.number(value);
  }
}
