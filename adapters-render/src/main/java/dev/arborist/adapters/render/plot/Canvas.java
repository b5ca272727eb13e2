package dev.arborist.adapters.render.plot;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.adapters.render.text.Xml;

/** Collects shapes; coordinates are written to a tenth of their unit. */
final class Canvas {

  private static final int TENTHS = 10;

  private final StringBuilder shapes = new StringBuilder(1_024);

  Canvas line(String style, double x1, double y1, double x2, double y2) {
    shapes.append("<line class=\"").append(style).append('"');
    attribute("x1", x1).attribute("y1", y1).attribute("x2", x2).attribute("y2", y2);
    return end();
  }

  Canvas rect(String style, double x, double y, double width, double height) {
    shapes.append("<rect class=\"").append(style).append('"');
    attribute("x", x).attribute("y", y).attribute("width", Math.max(0, width));
    attribute("height", height);
    return end();
  }

  Canvas circle(String style, double x, double y, double radius) {
    shapes.append("<circle class=\"").append(style).append('"');
    attribute("cx", x).attribute("cy", y).attribute("r", radius);
    return end();
  }

  /** A line through points, given as x and y in turn. */
  Canvas path(String style, double... points) {
    shapes.append("<path class=\"").append(style).append("\" d=\"");
    for (int i = 0; i + 1 < points.length; i += 2) {
      shapes.append(i == 0 ? 'M' : 'L');
      coordinate(points[i]);
      shapes.append(' ');
      coordinate(points[i + 1]);
    }
    shapes.append('"');
    return end();
  }

  /** A text that starts, ends or has its middle at a point, as its style says. */
  Canvas label(String style, double x, double y, String label) {
    shapes.append("<text class=\"").append(style).append('"');
    attribute("x", x).attribute("y", y);
    shapes.append('>');
    Xml.escape(SafeText.of(label).toString(), shapes);
    shapes.append("</text>");
    return this;
  }

  Drawing drawing(int width, int height, String title, String description) {
    return new Drawing(width, height, title, description, shapes.toString());
  }

  private Canvas attribute(String name, double value) {
    shapes.append(' ').append(name).append("=\"");
    coordinate(value);
    shapes.append('"');
    return this;
  }

  private void coordinate(double value) {
    long tenths = Math.round(value * TENTHS);
    if (tenths < 0) {
      shapes.append('-');
      tenths = -tenths;
    }
    shapes.append(tenths / TENTHS);
    if (tenths % TENTHS != 0) {
      shapes.append('.').append(tenths % TENTHS);
    }
  }

  private Canvas end() {
    shapes.append("/>");
    return this;
  }
}
