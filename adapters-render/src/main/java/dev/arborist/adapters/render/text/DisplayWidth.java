package dev.arborist.adapters.render.text;

/** How many columns of a terminal a text takes that is ours, not a stranger's. */
public final class DisplayWidth {

  private DisplayWidth() {}

  /** The columns of a mark of ours, such as a guide or an icon; it holds no control sequence. */
  public static int of(String mark, AmbiguousWidth ambiguous) {
    return SafeText.of(mark).width(ambiguous);
  }
}
