package dev.arborist.adapters.render.plot;

import dev.arborist.domain.validation.requirement.Dimension;
import java.util.List;

/** Parts of a whole beside each other, each as wide as its share. */
public final class ShareBar {

  /** How many colours there are; the parts after them share the last. */
  public static final int COLOURS = 6;

  private static final int WIDTH = 680;
  private static final int HEIGHT = 30;
  private static final int GAP = 2;
  private static final int TEXT_FROM = 46;

  private ShareBar() {}

  /**
   * A part.
   *
   * @param name what it is
   * @param percent its share of the whole
   */
  public record Part(String name, double percent) {}

  /**
   * Draws parts in their order; the shares are written where there is room, a list beside the bar
   * names them.
   *
   * @param title what is shown, for those who do not see it
   */
  public static Drawing of(String title, List<Part> parts) {
    Canvas canvas = new Canvas();
    StringBuilder description = new StringBuilder();
    double sum = Math.max(100, parts.stream().mapToDouble(Part::percent).sum());
    double from = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      double width = WIDTH * Math.max(0, part.percent()) / sum;
      String share = Labels.of(part.percent(), Dimension.SHARE);
      canvas.rect("s" + colour(i), from, 0, Math.max(0.5, width - GAP), HEIGHT);
      if (width >= TEXT_FROM) {
        canvas.label("on mid", from + (width - GAP) / 2, HEIGHT / 2.0 + 4.5, share);
      }
      description.append(i == 0 ? "" : ", ").append(part.name()).append(' ').append(share);
      from += width;
    }
    return canvas.drawing(WIDTH, HEIGHT, title, description.append('.').toString());
  }

  /** The number, from 1, of the colour of a part: the class {@code s1} and so on. */
  public static int colour(int index) {
    return Math.min(index + 1, COLOURS);
  }
}
