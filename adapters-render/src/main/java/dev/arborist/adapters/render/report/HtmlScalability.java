package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.plot.LogLogPlot;
import dev.arborist.domain.validation.complexity.Cliff;
import dev.arborist.domain.validation.complexity.GrowthClass;
import dev.arborist.domain.validation.complexity.PowerFit;
import dev.arborist.domain.validation.report.Scaling;
import dev.arborist.domain.validation.report.ScalingPoint;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How time grows with size: a table of all curves, then each with its points. */
final class HtmlScalability implements HtmlSection {

  /** More plots than these are folded. */
  private static final int UNFOLDED_MAX = 4;

  @Override
  public String id() {
    return "scalability";
  }

  @Override
  public String title() {
    return "Scalability";
  }

  @Override
  public void write(Verdict verdict, Html html) {
    List<Scaling> scalings = verdict.scalings();
    if (scalings.isEmpty()) {
      html.raw("<p class=\"muted\">No benchmark ran at three sizes or more.</p>\n");
      return;
    }
    ShortNames names = ShortNames.of(scalings.stream().map(Scaling::benchmark).toList());
    html.openTable(
        "Time = a + b·nᵏ, fitted to all launches; the interval holds k with 98 % confidence.",
        "Benchmark", "Sizes", "#Launches", "#k", "#Interval of k", "#Fixed cost a", "Growth");
    html.raw("<tbody>\n");
    for (Scaling scaling : scalings) {
      PowerFit fit = scaling.fit();
      html.raw("<tr><th scope=\"row\">").text(title(scaling, names)).raw("</th>");
      html.cell(scaling.parameter() + " = " + sizes(scaling)).figure(scaling.launches());
      html.figure(HtmlNumbers.plain(fit.exponent())).figure(interval(fit));
      html.figure(time(fit.fixedCost())).cell(scaling.growth().label()).raw("</tr>\n");
    }
    html.raw("</tbody>").closeTable();
    html.raw(
        """
        <p class="muted">In the plots both axes are logarithmic: a power of the size is a straight \
        line whose slope is the exponent. Each dot is a launch, the line is the fitted curve, and \
        the dashed line is what growing exactly as the size does would look like.</p>
        """);
    for (int i = 0; i < scalings.size(); i++) {
      boolean open = scalings.size() <= UNFOLDED_MAX || i == 0;
      write(scalings.get(i), title(scalings.get(i), names), open, html);
    }
  }

  private static void write(Scaling scaling, String title, boolean open, Html html) {
    html.raw(open ? "<details open=\"open\">" : "<details>");
    html.raw("<summary><h3>").name(title).raw("</h3> <span class=\"n\">");
    html.text(scaling.growth().label() + ", k = " + HtmlNumbers.plain(scaling.fit().exponent()));
    html.raw("</span></summary>\n<div>\n").raw("<p>");
    words(scaling, html);
    html.raw("</p>\n");
    cliffs(scaling, html);
    List<Double> sizes = new ArrayList<>();
    List<Double> costs = new ArrayList<>();
    for (ScalingPoint point : scaling.points()) {
      for (double cost : point.launchValues()) {
        sizes.add((double) point.size());
        costs.add(cost);
      }
    }
    if (!sizes.isEmpty() && costs.stream().allMatch(cost -> cost > 0 && Double.isFinite(cost))) {
      PowerFit fit = scaling.fit();
      html.raw("<figure>");
      html.draw(
          LogLogPlot.of(
              "Time of " + title + " by " + scaling.parameter(),
              scaling.parameter(),
              sizes,
              costs,
              Dimension.TIME,
              size -> fit.fixedCost() + fit.factor() * StrictMath.pow(size, fit.exponent())));
      html.raw("</figure>\n");
    }
    html.raw("</div></details>\n");
  }

  private static void words(Scaling scaling, Html html) {
    PowerFit fit = scaling.fit();
    String growth =
        switch (scaling.growth().named()) {
          case CONSTANT -> "The time does not depend on " + scaling.parameter() + ". ";
          case LOGARITHMIC -> "The time grows as the logarithm of " + scaling.parameter() + ". ";
          case LINEAR -> "The time grows as " + scaling.parameter() + " does. ";
          case LINEARITHMIC ->
              "The time grows as " + scaling.parameter() + " times its logarithm. ";
          case QUADRATIC -> "The time grows as the square of " + scaling.parameter() + ". ";
          case UNDETERMINED -> undetermined(scaling);
        };
    html.text(growth).text("The curve is " + time(fit.fixedCost()) + " + " + time(fit.factor()));
    html.text(" · ").name(scaling.parameter()).raw("<sup>");
    html.text(HtmlNumbers.plain(fit.exponent())).raw("</sup>; with 98 % confidence the exponent");
    html.text(" lies between " + HtmlNumbers.plain(fit.lower()) + " and ");
    html.text(HtmlNumbers.plain(fit.upper()) + ": beside the fixed cost, twice the size takes ");
    html.text(HtmlNumbers.plain(StrictMath.pow(2, fit.lower())) + " to ");
    html.text(HtmlNumbers.plain(StrictMath.pow(2, fit.upper())) + " times as long.");
  }

  private static String undetermined(Scaling scaling) {
    String left =
        scaling.growth().alternatives().stream()
            .map(GrowthClass::label)
            .collect(Collectors.joining(" or "));
    return left.isEmpty()
        ? "The growth is none of those that have a name. "
        : "The measurements do not tell how the time grows; it may be " + left + ". ";
  }

  private static void cliffs(Scaling scaling, Html html) {
    for (Cliff cliff : scaling.cliffs()) {
      html.raw("<p><strong>Cliff</strong> ");
      html.text(
          "between "
              + HtmlNumbers.grouped(cliff.smaller())
              + " and "
              + HtmlNumbers.grouped(cliff.larger())
              + ": there the time grows with the exponent "
              + HtmlNumbers.plain(cliff.localExponent())
              + ".");
      html.raw("</p>\n");
    }
  }

  private static String interval(PowerFit fit) {
    return HtmlNumbers.plain(fit.lower()) + " to " + HtmlNumbers.plain(fit.upper());
  }

  private static Quantity time(double nanos) {
    return Quantity.ofKept(nanos, Dimension.TIME);
  }

  private static String sizes(Scaling scaling) {
    return scaling.sizes().stream().map(HtmlNumbers::grouped).collect(Collectors.joining(" · "));
  }

  private static String title(Scaling scaling, ShortNames names) {
    return HtmlNames.withParams(names.of(scaling.benchmark()), scaling.fixed());
  }
}
