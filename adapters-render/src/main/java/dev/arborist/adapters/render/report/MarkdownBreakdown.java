package dev.arborist.adapters.render.report;

import dev.arborist.domain.validation.report.Profile;
import dev.arborist.domain.validation.report.Profile.Share;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.util.List;
import java.util.Map;

/** Which stages a benchmark's time goes to, and which methods and lines are the hottest. */
final class MarkdownBreakdown implements MarkdownSection {

  private static final int SHARES_MAX = 5;

  @Override
  public String title() {
    return "Component breakdown and bottlenecks";
  }

  @Override
  public void write(Verdict verdict, Markdown page) {
    Map<SeriesKey, List<Series>> stages = HtmlBreakdown.stages(verdict);
    if (stages.isEmpty() && verdict.profiles().isEmpty()) {
      page.paragraph("No stage was timed and nothing was profiled.");
      return;
    }
    ShortNames names = HtmlBreakdown.names(stages.keySet(), verdict.profiles());
    if (!stages.isEmpty()) {
      page.table("Benchmark", "Stage", "#Time", "#Share");
      stages.forEach((key, series) -> stages(names, series, page));
      page.raw("\n");
    }
    for (Profile profile : verdict.profiles()) {
      String title = HtmlNames.withParams(names.of(profile.benchmark()), profile.params());
      profile(title, profile, page);
    }
  }

  private static void stages(ShortNames names, List<Series> stages, Markdown page) {
    double sum = stages.stream().mapToDouble(one -> Figures.launches(one).mean()).sum();
    for (Series stage : stages) {
      double mean = Figures.launches(stage).mean();
      page.row(
          names.title(stage),
          HtmlBreakdown.stage(stage),
          Figures.quantity(mean, stage).toString(),
          HtmlNumbers.percent(sum > 0 ? 100 * mean / sum : 0));
    }
  }

  private static void profile(String title, Profile profile, Markdown page) {
    page.raw("**").text(title).raw("**, ");
    page.text(HtmlNumbers.counted(profile.samples(), "sample")).raw("\n\n");
    if (profile.methods().isEmpty() && profile.allocations().isEmpty()) {
      page.paragraph("Too little was sampled to tell.");
    }
    shares("The hottest methods", profile.methods(), page);
    shares("The lines that allocate most", profile.allocations(), page);
  }

  private static void shares(String caption, List<Share> shares, Markdown page) {
    if (shares.isEmpty()) {
      return;
    }
    page.raw(caption).raw(":\n\n");
    for (Share share : shares.subList(0, Math.min(SHARES_MAX, shares.size()))) {
      page.raw("- ").text(HtmlNumbers.percent(share.percent())).raw(" ").code(share.name());
      page.raw("\n");
    }
    page.raw("\n");
  }
}
