package dev.arborist.adapters.render.plot;

/** A share of a whole as a bar; decoration of a number beside it, so it has no title. */
public final class PercentBar {

  private static final int WIDTH = 160;
  private static final int HEIGHT = 10;

  private PercentBar() {}

  /**
   * Draws a share.
   *
   * @param percent the share, 0 to the greatest
   * @param greatest the share that fills the bar
   */
  public static Drawing of(double percent, double greatest) {
    double share = greatest > 0 ? Math.max(0, Math.min(1, percent / greatest)) : 0;
    return new Canvas()
        .rect("track", 0, 3, WIDTH, 4)
        .rect("bar", 0, 0, share * WIDTH, HEIGHT)
        .drawing(WIDTH, HEIGHT, "", "");
  }
}
