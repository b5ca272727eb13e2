package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.complexity.Cliff;
import dev.arborist.domain.validation.complexity.PowerFit;
import dev.arborist.domain.validation.report.Scaling;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Quantity;
import java.util.List;
import java.util.stream.Collectors;

/** How time grows with size. */
final class MarkdownScalability implements MarkdownSection {

  @Override
  public String title() {
    return "Scalability";
  }

  @Override
  public void write(Verdict verdict, Markdown page) {
    List<Scaling> scalings = verdict.scalings();
    if (scalings.isEmpty()) {
      page.paragraph("No benchmark ran at three sizes or more.");
      return;
    }
    ShortNames names = ShortNames.of(scalings.stream().map(Scaling::benchmark).toList());
    page.table(
        "Benchmark", "Sizes", "#Time = a + b·nᵏ: k", "98 % interval", "#a", "Growth", "Cliffs");
    for (Scaling scaling : scalings) {
      PowerFit fit = scaling.fit();
      page.row(
          HtmlNames.withParams(names.of(scaling.benchmark()), scaling.fixed()),
          scaling.parameter()
              + " = "
              + scaling.sizes().stream().map(String::valueOf).collect(Collectors.joining(", ")),
          HtmlNumbers.plain(fit.exponent()),
          HtmlNumbers.plain(fit.lower()) + " to " + HtmlNumbers.plain(fit.upper()),
          Quantity.ofKept(fit.fixedCost(), Dimension.TIME).toString(),
          scaling.growth().label(),
          scaling.cliffs().stream()
              .map(MarkdownScalability::cliff)
              .collect(Collectors.joining(", ")));
    }
    page.raw("\n");
  }

  private static String cliff(Cliff cliff) {
    return cliff.smaller()
        + " → "
        + cliff.larger()
        + " (nᵏ with k = "
        + HtmlNumbers.plain(cliff.localExponent())
        + ")";
  }
}
