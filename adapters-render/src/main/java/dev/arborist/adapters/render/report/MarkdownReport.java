package dev.arborist.adapters.render.report;

import dev.arborist.application.port.out.ReportRenderer;
import dev.arborist.domain.validation.complexity.Cliff;
import dev.arborist.domain.validation.complexity.PowerFit;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Scaling;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.Unit;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.Summary;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;

/** The Performance Validation Report as Markdown. */
final class MarkdownReport implements ReportRenderer {

  @Override
  public void render(Verdict verdict, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("# Performance Validation Report\n\n");
    text.append(Figures.conclusion(verdict))
        .append(" Measured at ")
        .append(verdict.origin().measuredAt())
        .append(".\n\n");
    overview(verdict, text);
    requirements(verdict, text);
    memory(verdict, text);
    scalability(verdict, text);
    determinism(verdict, text);
    benchmarks(verdict, text);
    environment(verdict, text);
    text.append("## Conclusion\n\n").append(Figures.conclusion(verdict)).append('\n');
    for (Judgement judgement : verdict.notPassed()) {
      text.append("\n- **")
          .append(judgement.requirement().id())
          .append("** target ")
          .append(Figures.target(judgement.requirement()))
          .append(", actual ")
          .append(judgement.actualText())
          .append('\n');
    }
    TextOutput.write(text, out);
  }

  private static void overview(Verdict verdict, StringBuilder text) {
    if (verdict.judgements().isEmpty()) {
      return;
    }
    row(text, "Id", "Requirement", "Target", "Actual", "Margin", "Verdict");
    text.append("|---|---|---:|---:|---:|---|\n");
    for (Judgement judgement : verdict.judgements()) {
      Requirement requirement = judgement.requirement();
      row(
          text,
          requirement.id(),
          requirement.title(),
          Figures.target(requirement),
          judgement.actualText(),
          Figures.margin(judgement),
          Figures.outcome(judgement.outcome()));
    }
    text.append(
        "\n*Margin*: how many times better than the limit the bound is that the verdict rests on.\n\n");
  }

  private static void requirements(Verdict verdict, StringBuilder text) {
    for (Judgement judgement : verdict.judgements()) {
      Requirement requirement = judgement.requirement();
      text.append("## ")
          .append(requirement.id())
          .append(": ")
          .append(requirement.title())
          .append("\n\n");
      item(text, "Verdict", "**" + Figures.outcome(judgement.outcome()) + "**");
      item(text, "Target", requirement.metric() + " " + Figures.target(requirement));
      item(text, "Result", judgement.actualText());
      if (judgement.bound() != null) {
        item(
            text,
            "Bound",
            judgement.boundText() + ", " + Figures.margin(judgement) + " within the limit");
      }
      item(text, "Measured by", measuredBy(requirement));
      item(text, "Samples", judgement.launches() + " launches; " + judgement.reason());
      text.append('\n');
    }
  }

  private static String measuredBy(Requirement requirement) {
    String params =
        requirement.params().entrySet().stream()
            .map(param -> param.getKey() + " = " + param.getValue())
            .collect(Collectors.joining(", "));
    return "`" + requirement.benchmark() + "`" + (params.isEmpty() ? "" : " with " + params);
  }

  private static void memory(Verdict verdict, StringBuilder text) {
    List<Series> sizes =
        verdict.series().stream()
            .filter(series -> series.dimension() == Dimension.SIZE)
            .filter(series -> !series.measure().equals("bytesPerOp"))
            .toList();
    section(text, "Memory", sizes, "No memory was measured.");
    if (!sizes.isEmpty()) {
      row(text, "What", "Measure", "Launches", "Mean", "Least", "Greatest");
      text.append("|---|---|---:|---:|---:|---:|\n");
      for (Series series : sizes) {
        Summary summary = Figures.launches(series);
        row(
            text,
            series.title(),
            series.measure(),
            String.valueOf(summary.n()),
            Figures.quantity(summary.mean(), series).toString(),
            Figures.quantity(summary.min(), series).toString(),
            Figures.quantity(summary.max(), series).toString());
      }
      text.append('\n');
    }
  }

  private static void scalability(Verdict verdict, StringBuilder text) {
    section(text, "Scalability", verdict.scalings(), "No benchmark ran at three sizes or more.");
    if (!verdict.scalings().isEmpty()) {
      row(
          text,
          "Benchmark",
          "Sizes",
          "Time = a + b·nᵏ: k",
          "98 % interval",
          "a",
          "Growth",
          "Cliffs");
      text.append("|---|---|---:|---|---:|---|---|\n");
      for (Scaling scaling : verdict.scalings()) {
        PowerFit fit = scaling.fit();
        row(
            text,
            scaling.title(),
            scaling.parameter()
                + " = "
                + scaling.sizes().stream().map(String::valueOf).collect(Collectors.joining(", ")),
            number(fit.exponent()),
            number(fit.lower()) + " to " + number(fit.upper()),
            Quantity.ofKept(fit.fixedCost(), Dimension.TIME).toString(),
            scaling.growth().label(),
            scaling.cliffs().stream().map(MarkdownReport::cliff).collect(Collectors.joining(", ")));
      }
      text.append('\n');
    }
  }

  private static String cliff(Cliff cliff) {
    return cliff.smaller()
        + " → "
        + cliff.larger()
        + " (nᵏ with k = "
        + number(cliff.localExponent())
        + ")";
  }

  private static void determinism(Verdict verdict, StringBuilder text) {
    List<Series> repeated =
        verdict.series().stream().filter(series -> series.measure().equals("passRate")).toList();
    section(text, "Determinism", repeated, "Nothing was repeated.");
    if (!repeated.isEmpty()) {
      row(text, "What", "Repetitions", "The same result");
      text.append("|---|---:|---:|\n");
      for (Series series : repeated) {
        int repetitions = series.launches().stream().mapToInt(List::size).sum();
        row(
            text,
            series.title(),
            String.valueOf(repetitions),
            Figures.quantity(Figures.launches(series).mean(), series).toString());
      }
      text.append('\n');
    }
  }

  private static void benchmarks(Verdict verdict, StringBuilder text) {
    List<Series> benchmarks = Figures.benchmarks(verdict);
    section(text, "Benchmarks", benchmarks, "No benchmark was run.");
    if (!benchmarks.isEmpty()) {
      text.append("Each launch is a JVM of its own; the figures describe the launches' means.\n\n");
      row(
          text,
          "Benchmark",
          "Mode",
          "Launches",
          "Mean",
          "Median",
          "Least",
          "Q1",
          "Q3",
          "Greatest",
          "Std dev");
      text.append("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
      for (Series series : benchmarks) {
        Summary summary = Figures.launches(series);
        row(
            text,
            series.title(),
            series.mode(),
            String.valueOf(summary.n()),
            Figures.quantity(summary.mean(), series).toString(),
            Figures.quantity(summary.median(), series).toString(),
            Figures.quantity(summary.min(), series).toString(),
            Figures.quantity(summary.q1(), series).toString(),
            Figures.quantity(summary.q3(), series).toString(),
            Figures.quantity(summary.max(), series).toString(),
            Figures.quantity(summary.stddev(), series).toString());
      }
      text.append('\n');
    }
  }

  private static void environment(Verdict verdict, StringBuilder text) {
    section(text, "Environment", verdict.environment(), "Nothing is known of the machine.");
    for (Fact fact : verdict.environment()) {
      item(text, fact.name(), fact.value());
    }
    for (String warning : verdict.warnings()) {
      item(text, "Warning", warning);
    }
    text.append('\n');
  }

  private static void section(StringBuilder text, String title, List<?> content, String whenEmpty) {
    text.append("## ").append(title).append("\n\n");
    if (content.isEmpty()) {
      text.append(whenEmpty).append("\n\n");
    }
  }

  private static void item(StringBuilder text, String name, String value) {
    text.append("- ").append(name).append(": ").append(value).append('\n');
  }

  private static void row(StringBuilder text, String... cells) {
    for (String cell : cells) {
      text.append("| ").append(cell.replace("|", "\\|")).append(' ');
    }
    text.append("|\n");
  }

  private static String number(double value) {
    return new Quantity(value, Unit.NONE).toString();
  }
}
