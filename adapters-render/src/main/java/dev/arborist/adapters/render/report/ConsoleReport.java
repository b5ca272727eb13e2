package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.application.port.out.ReportRenderer;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.Summary;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** A table of the requirements, narrow enough for a build's log. */
final class ConsoleReport implements ReportRenderer {

  private static final int TITLE_MAX = 58;

  @Override
  public void render(Verdict verdict, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    if (verdict.holdsOnlyDuet()) {
      warnings(verdict, text);
    } else {
      measured(verdict, text);
    }
    if (verdict.duet() != null) {
      text.append(DuetText.render(verdict.duet()));
    }
    TextOutput.write(text, out);
  }

  private static void measured(Verdict verdict, StringBuilder text) {
    if (verdict.judgements().isEmpty()) {
      measurements(verdict, text);
    } else {
      requirements(verdict, text);
    }
    warnings(verdict, text);
    for (Judgement judgement : verdict.notPassed()) {
      text.append(Figures.outcome(judgement.outcome()))
          .append(' ')
          .append(SafeText.of(judgement.requirement().id()))
          .append(": ")
          .append(SafeText.of(judgement.requirement().title()))
          .append("; target ")
          .append(SafeText.of(Figures.target(judgement.requirement())))
          .append(", actual ")
          .append(judgement.actualText())
          .append(" (")
          .append(SafeText.of(judgement.reason()))
          .append(")\n");
    }
    text.append(Figures.conclusion(verdict)).append('\n');
    if (verdict.regressions() != null) {
      text.append(ComparisonText.summary(verdict.regressions()));
    }
  }

  private static void warnings(Verdict verdict, StringBuilder text) {
    for (String warning : verdict.warnings()) {
      text.append("warning: ").append(SafeText.of(warning)).append('\n');
    }
  }

  private static void measurements(Verdict verdict, StringBuilder text) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Benchmark", "Mean", "Least", "Greatest"));
    List<Series> benchmarks = Figures.benchmarks(verdict);
    ShortNames names = ShortNames.ofSeries(benchmarks);
    for (Series series : benchmarks) {
      Summary launches = Figures.launches(series);
      rows.add(
          List.of(
              names.title(series),
              Figures.quantity(launches.mean(), series).toString(),
              Figures.quantity(launches.min(), series).toString(),
              Figures.quantity(launches.max(), series).toString()));
    }
    table(rows, text);
  }

  private static void requirements(Verdict verdict, StringBuilder text) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Id", "Requirement", "Target", "Actual", "Margin", "Verdict"));
    for (Judgement judgement : verdict.judgements()) {
      rows.add(
          List.of(
              judgement.requirement().id(),
              shorten(judgement.requirement().title()),
              Figures.target(judgement.requirement()),
              judgement.actualText(),
              Figures.margin(judgement),
              Figures.outcome(judgement.outcome())));
    }
    table(rows, text);
  }

  private static void table(List<List<String>> rows, StringBuilder text) {
    TextTable table = new TextTable(rows.get(0).size());
    rows.forEach(table::row);
    table.appendTo(text);
  }

  private static String shorten(String title) {
    return title.length() <= TITLE_MAX ? title : title.substring(0, TITLE_MAX - 1) + "…";
  }
}
