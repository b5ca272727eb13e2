package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.plot.LeakPlot;
import dev.arborist.domain.validation.leak.LeakFinding;
import dev.arborist.domain.validation.leak.Suspect;
import dev.arborist.domain.validation.report.LeakReport;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.sample.Series;
import java.util.ArrayList;
import java.util.List;

/** Whether what was repeated in batches keeps memory, and which objects it keeps. */
final class HtmlLeaks implements HtmlSection {

  private static final String OPERATIONS = "operations";

  /** As many are unfolded however they ended. */
  private static final int UNFOLDED_MAX = 3;

  private static final int SUSPECTS_MAX = 10;
  private static final double LEAST_P = 0.0001;

  @Override
  public String id() {
    return "leaks";
  }

  @Override
  public String title() {
    return "Leaks";
  }

  @Override
  public void write(Verdict verdict, Html html) {
    List<LeakReport> reports = verdict.leaks();
    if (reports.isEmpty()) {
      html.raw("<p class=\"muted\">Nothing was repeated in batches to look for leaks.</p>\n");
      return;
    }
    ShortNames names = names(reports);
    html.openTable(
        "Live bytes after batches of operations, each followed by a garbage collection. "
            + "The launch that weighs most is shown.",
        "Operation",
        "Verdict",
        "#Launches that leak",
        "#Growth",
        "#Surely above",
        "#p",
        "Judged by");
    html.raw("<tbody>\n");
    for (LeakReport report : reports) {
      LeakFinding worst = report.worst();
      html.raw("<tr><th scope=\"row\">").text(title(report, names)).raw("</th><td>");
      verdict(report.leaks(), html).raw("</td>").figure(launches(report));
      html.figure(perOperation(worst.bytesPerOp())).figure(perOperation(worst.lower()));
      html.figure(p(worst.pValue())).cell(worst.reason()).raw("</tr>\n");
    }
    html.raw("</tbody>").closeTable();
    for (LeakReport report : reports) {
      boolean open = report.leaks() || reports.size() <= UNFOLDED_MAX;
      write(report, title(report, names), open, verdict, html);
    }
  }

  static ShortNames names(List<LeakReport> reports) {
    return ShortNames.of(reports.stream().map(one -> one.operation().benchmark()).toList());
  }

  /** The operation's short name and its parameters. */
  static String title(LeakReport report, ShortNames names) {
    return HtmlNames.withParams(
        names.of(report.operation().benchmark()), report.operation().params());
  }

  /** How many launches leak, of how many. */
  static String launches(LeakReport report) {
    long leaking = report.findings().stream().filter(LeakFinding::leaks).count();
    return leaking + " of " + report.findings().size();
  }

  static String perOperation(double bytes) {
    return Quantity.ofKept(bytes, Dimension.SIZE) + "/op";
  }

  /** A probability; of a tiny one no more than that it is. */
  static String p(double probability) {
    return probability < LEAST_P ? "< 0.0001" : HtmlNumbers.plain(probability);
  }

  private static Html verdict(boolean leaks, Html html) {
    return leaks ? html.chip("fail", "✗", "leaks") : html.chip("pass", "✓", "no leak");
  }

  private static void write(
      LeakReport report, String title, boolean open, Verdict verdict, Html html) {
    html.raw(open ? "<details open=\"open\">" : "<details>").raw("<summary><h3>").name(title);
    html.raw("</h3> <span class=\"n\">").text(perOperation(report.worst().bytesPerOp()));
    verdict(report.leaks(), html.raw("</span> ")).raw("</summary>\n<div>\n");
    plot(report, title, verdict, html);
    if (report.findings().size() > 1) {
      html.raw("<ol>\n");
      report.findings().forEach(finding -> html.raw("<li>").text(finding.reason()).raw("</li>\n"));
      html.raw("</ol>\n");
    }
    suspects(report.suspects(), html);
    html.raw("</div></details>\n");
  }

  private static void plot(LeakReport report, String title, Verdict verdict, Html html) {
    List<List<Double>> operations = launches(report, OPERATIONS, verdict);
    List<List<Double>> live = launches(report, HtmlMemory.LIVE, verdict);
    List<LeakPlot.Launch> drawn = new ArrayList<>();
    for (int i = 0; i < Math.min(live.size(), report.findings().size()); i++) {
      int batches = live.get(i).size();
      if (i < operations.size() && operations.get(i).size() == batches) {
        int dropped = batches - report.findings().get(i).batches();
        drawn.add(new LeakPlot.Launch(operations.get(i), live.get(i), dropped));
      }
    }
    if (!drawn.isEmpty()) {
      html.raw("<figure>").draw(LeakPlot.of("Live bytes of " + title, drawn));
      html.raw("<figcaption>Live bytes by operations done, a line for each launch; what is ");
      html.raw("shaded was dropped as warm-up</figcaption></figure>\n");
    }
  }

  private static List<List<Double>> launches(LeakReport report, String measure, Verdict verdict) {
    return verdict.series().stream()
        .filter(one -> one.measure().equals(measure) && one.key().equals(report.operation()))
        .findFirst()
        .map(Series::launches)
        .orElse(List.of());
  }

  private static void suspects(List<Suspect> suspects, Html html) {
    if (suspects.isEmpty()) {
      return;
    }
    html.openTable("The classes whose objects grew most", "#Bytes", "#Objects", "Class");
    html.raw("<tbody>\n");
    for (Suspect suspect : suspects.subList(0, Math.min(SUSPECTS_MAX, suspects.size()))) {
      html.raw("<tr>").figure(bytes(suspect)).figure(objects(suspect));
      html.raw("<th scope=\"row\">").code(suspect.className()).raw("</th></tr>\n");
    }
    html.raw("</tbody>").closeTable();
  }

  /** By how many bytes the objects of a class grew. */
  static String bytes(Suspect suspect) {
    return "+" + Quantity.ofKept((double) suspect.bytesGrown(), Dimension.SIZE);
  }

  /** By how many objects of a class became more. */
  static String objects(Suspect suspect) {
    return (suspect.instancesGrown() < 0 ? "" : "+")
        + HtmlNumbers.grouped(suspect.instancesGrown());
  }
}
