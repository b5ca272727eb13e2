package dev.arborist.adapters.render.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.requirement.Dimension;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The drawings. */
class PlotsTest {

  private static final double NONE = Double.NaN;

  private static List<Double> logNormal(int n, double centre, double spread, long seed) {
    Random random = new Random(seed);
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      values.add(centre * StrictMath.exp(spread * random.nextGaussian()));
    }
    return values;
  }

  private static Document parsed(Drawing drawing) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(drawing.document().getBytes(StandardCharsets.UTF_8)));
  }

  private static Drawing box(List<Double> values, double limit, double bound) {
    List<BoxPlot.Group> groups = List.of(new BoxPlot.Group("", values));
    return BoxPlot.of("Times", groups, Dimension.TIME, limit, bound);
  }

  private static List<Drawing> drawings() {
    List<Drawing> drawings = new ArrayList<>();
    for (double spread : new double[] {0, 1e-12, 0.001, 0.3, 3}) {
      List<Double> values = logNormal(50, 1e6, spread, 1);
      for (double limit : new double[] {NONE, 0, 1, 1e5, 9e5, 1e6, 1.1e6, 1e9, 1e15}) {
        drawings.add(box(values, limit, NONE));
        drawings.add(box(values, limit, 1.2e6));
      }
      drawings.add(SpreadPlot.of("Spread", values, 0.1));
      drawings.add(HistogramPlot.of("Histogram", values, Dimension.TIME));
      List<TrendPlot.Point> points = new ArrayList<>();
      for (double value : values) {
        points.add(new TrendPlot.Point("run", value, value * 0.9, value * 1.1));
      }
      points.add(TrendPlot.Point.missing("missing"));
      drawings.add(TrendPlot.of("Trend", points, Dimension.TIME, 1.3e6));
      drawings.add(TrendPlot.of("Trend", points.subList(0, 1), Dimension.TIME, NONE));
    }
    drawings.add(TrendPlot.of("Trend", List.of(), Dimension.TIME, NONE));
    for (double k : new double[] {0, 0.5, 1, 2, 4}) {
      List<Double> sizes = List.of(10.0, 100.0, 1_000.0, 5_000.0);
      List<Double> costs = sizes.stream().map(size -> 7 * StrictMath.pow(size, k)).toList();
      drawings.add(
          LogLogPlot.of(
              "Growth",
              "tasks",
              sizes,
              costs,
              Dimension.TIME,
              size -> 7 * StrictMath.pow(size, k)));
    }
    drawings.add(
        ShareBar.of(
            "Stages",
            List.of(
                new ShareBar.Part("a", 80),
                new ShareBar.Part("b", 0),
                new ShareBar.Part("c", 40))));
    for (double margin : new double[] {NONE, 0, 1e-9, 0.5, 1, 20, 1e9, Double.POSITIVE_INFINITY}) {
      drawings.add(MarginBar.of(margin, "pass"));
    }
    drawings.add(PercentBar.of(50, 80));
    drawings.add(PercentBar.of(0, 0));
    return drawings;
  }

  @Test
  void whatIsDrawnLiesWithinTheDrawing() throws Exception {
    for (Drawing drawing : drawings()) {
      NodeList elements = parsed(drawing).getDocumentElement().getElementsByTagName("*");
      for (int i = 0; i < elements.getLength(); i++) {
        Element element = (Element) elements.item(i);
        if (element.hasAttribute("width") && element.getAttribute("width").endsWith("%")) {
          continue; // the page behind everything
        }
        for (String name : new String[] {"x", "x1", "x2", "cx", "y", "y1", "y2", "cy"}) {
          double most =
              name.startsWith("x") || name.equals("cx") ? drawing.width() : drawing.height();
          assertWithin(element.getAttribute(name), most, drawing);
        }
        if (element.hasAttribute("width")) {
          double end = number(element, "x") + number(element, "width");
          assertWithin(String.valueOf(end), drawing.width(), drawing);
        }
        Matcher points =
            Pattern.compile("[ML](-?[0-9.]+) (-?[0-9.]+)").matcher(element.getAttribute("d"));
        while (points.find()) {
          assertWithin(points.group(1), drawing.width(), drawing);
          assertWithin(points.group(2), drawing.height(), drawing);
        }
      }
    }
  }

  private static double number(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }

  private static void assertWithin(String coordinate, double most, Drawing drawing) {
    if (!coordinate.isEmpty()) {
      double value = Double.parseDouble(coordinate);
      assertTrue(value >= -0.05 && value <= most + 0.05, () -> value + " in " + drawing.document());
    }
  }

  @Test
  void aDrawingHasATitleAndADescriptionForThoseWhoDoNotSeeIt() throws Exception {
    List<Double> values = List.of(2e6, 1e6, 3e6);
    Element svg = parsed(box(values, 5e6, 4e6)).getDocumentElement();
    assertEquals("img", svg.getAttribute("role"));
    assertEquals("Times", svg.getElementsByTagName("title").item(0).getTextContent());
    assertEquals(
        "3 values from 1 ms to 3 ms, median 2 ms. Bound 4 ms. Limit 5 ms.",
        svg.getElementsByTagName("desc").item(0).getTextContent());
  }

  @Test
  void whiskersEndAtValuesInsideTheFencesAndAllOthersAreOutliers() {
    for (int seed = 0; seed < 300; seed++) {
      List<Double> values = logNormal(1 + seed % 60, 100, 0.8, seed);
      Box box = Box.of(values);
      double reach = 1.5 * (box.summary().q3() - box.summary().q1());
      assertTrue(values.contains(box.whiskerLow()) && values.contains(box.whiskerHigh()));
      assertTrue(box.whiskerLow() >= box.summary().q1() - reach);
      assertTrue(box.whiskerHigh() <= box.summary().q3() + reach);
      for (double value : values) {
        boolean within = value >= box.whiskerLow() && value <= box.whiskerHigh();
        assertEquals(!within, box.outliers().contains(value), () -> value + " of " + values);
      }
    }
  }

  @Test
  void aValueJustBeyondTheFenceIsNoWhisker() {
    // By hand: q1 = 2.25, q3 = 4.75, fences -1.5 and 8.5.
    Box box = Box.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 8.6));
    assertEquals(1, box.whiskerLow());
    assertEquals(5, box.whiskerHigh());
    assertEquals(List.of(8.6), box.outliers());
  }

  @Test
  void aLimitThatIsFarAwayStandsBehindABreak() {
    List<Double> values = List.of(1e6, 1.05e6, 1.1e6);
    LimitAxis near = LimitAxis.of(1e6, 1.1e6, 1.5e6, 0, 100, Dimension.TIME, 5);
    assertTrue(near.breakAt().isEmpty());
    assertEquals(near.at(1.5e6), near.limitAt(), 1e-9);
    for (double limit : new double[] {1e3, 1e9}) {
      LimitAxis far = LimitAxis.of(1e6, 1.1e6, limit, 0, 100, Dimension.TIME, 5);
      double broken = far.breakAt().orElseThrow();
      assertEquals(limit > 1e6, far.limitAt() > broken);
      for (double value : values) {
        assertEquals(limit > 1e6, far.at(value) < broken);
      }
      assertTrue(far.at(1.1e6) - far.at(1e6) > 50, "the values do not melt into a spot");
    }
  }

  @Test
  void aRunWithoutAValueLeavesAGap() throws Exception {
    List<TrendPlot.Point> points = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      points.add(
          i == 3
              ? TrendPlot.Point.missing("0003")
              : new TrendPlot.Point("000" + i, i * 1e6, i * 1e6, i * 1e6));
    }
    Document svg = parsed(TrendPlot.of("Trend", points, Dimension.TIME, NONE));
    assertEquals(5, svg.getElementsByTagName("circle").getLength());
    assertEquals(3, svg.getElementsByTagName("path").getLength());
    String text = svg.getDocumentElement().getTextContent();
    assertTrue(text.contains("5 of 6 runs have a value, from 1 ms in 0001 to 6 ms in 0006."), text);
  }

  @Test
  void hostileLabelsAreOnlyShown() throws Exception {
    String hostile = "<script>\u0000\u202e&\"'";
    List<BoxPlot.Group> groups =
        List.of(
            new BoxPlot.Group(hostile, List.of(1.0, 2.0)),
            new BoxPlot.Group(hostile, List.of(Double.NaN, 2.0)),
            new BoxPlot.Group("nothing", List.of(Double.NaN)));
    Drawing drawing = BoxPlot.of(hostile, groups, Dimension.TIME, NONE, NONE);
    Document svg = parsed(drawing);
    assertEquals(0, svg.getElementsByTagName("script").getLength());
    assertEquals(
        "<script>␀<U+202E>&\"'", svg.getElementsByTagName("title").item(0).getTextContent());
    assertFalse(drawing.document().contains("\u202e"));
    assertFalse(drawing.document().contains("nothing"), "a group without values");
  }
}
