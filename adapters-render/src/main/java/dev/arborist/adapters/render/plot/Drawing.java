package dev.arborist.adapters.render.plot;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.adapters.render.text.Xml;

/**
 * A finished plot, to be put into a page or to be a file of its own.
 *
 * <p>Its colours are those of {@link PlotStyle}, light or dark as the reader's system is.
 */
public final class Drawing {

  private final int width;
  private final int height;
  private final String title;
  private final String description;
  private final String shapes;

  /** A drawing; the title and the description are what a screen reader says instead of it. */
  Drawing(int width, int height, String title, String description, String shapes) {
    this.width = width;
    this.height = height;
    this.title = title;
    this.description = description;
    this.shapes = shapes;
  }

  /** How wide it is, in the unit of its coordinates. */
  public int width() {
    return width;
  }

  /** How high it is, in the unit of its coordinates. */
  public int height() {
    return height;
  }

  /** Appends an {@code svg} element to a page that holds the style sheet of plots. */
  public void appendTo(StringBuilder page) {
    open("", page);
    page.append(shapes).append("</svg>\n");
  }

  /** A whole SVG document that needs nothing beside itself. */
  public String document() {
    StringBuilder text = new StringBuilder(shapes.length() + 4_096);
    open(" xmlns=\"http://www.w3.org/2000/svg\"", text);
    text.append("<style>").append(PlotStyle.sheet()).append("</style>");
    text.append("<rect class=\"page\" width=\"100%\" height=\"100%\"/>");
    return text.append(shapes).append("</svg>\n").toString();
  }

  private void open(String namespace, StringBuilder text) {
    text.append("<svg").append(namespace).append(" class=\"plot\" role=\"img\" viewBox=\"0 0 ");
    text.append(width).append(' ').append(height).append("\" width=\"").append(width);
    text.append("\" height=\"").append(height).append("\">");
    if (!title.isEmpty()) {
      text.append("<title>");
      Xml.escape(SafeText.of(title).toString(), text);
      text.append("</title>");
    }
    if (!description.isEmpty()) {
      text.append("<desc>");
      Xml.escape(SafeText.of(description).toString(), text);
      text.append("</desc>");
    }
  }
}
