package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.plot.PercentBar;
import dev.arborist.adapters.render.plot.ShareBar;
import dev.arborist.domain.validation.report.Profile;
import dev.arborist.domain.validation.report.Profile.Share;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which stages a benchmark's time goes to, and which methods and lines are the hottest. */
final class HtmlBreakdown implements HtmlSection {

  /** What the measures of stages begin with. */
  static final String STAGE_PREFIX = "stage:";

  private static final int UNFOLDED_MAX = 2;
  private static final int SHARES_MAX = 10;

  @Override
  public String id() {
    return "components";
  }

  @Override
  public String title() {
    return "Components and bottlenecks";
  }

  @Override
  public void write(Verdict verdict, Html html) {
    Map<SeriesKey, List<Series>> stages = stages(verdict);
    if (stages.isEmpty() && verdict.profiles().isEmpty()) {
      html.raw("<p class=\"muted\">No stage was timed and nothing was profiled.</p>\n");
      return;
    }
    List<Profile> profiles = verdict.profiles();
    ShortNames names = names(stages.keySet(), profiles);
    stages.forEach(
        (key, series) ->
            stages(HtmlNames.withParams(names.of(key.benchmark()), key.params()), series, html));
    if (!profiles.isEmpty()) {
      html.raw("<p class=\"muted\">The shares below come from stacks sampled while the slowest ");
      html.raw("benchmarks ran, and from the bytes that they allocated.</p>\n");
    }
    for (int i = 0; i < profiles.size(); i++) {
      Profile profile = profiles.get(i);
      String title = HtmlNames.withParams(names.of(profile.benchmark()), profile.params());
      profile(title, profile, i < UNFOLDED_MAX, html);
    }
  }

  /** The stages that were timed, by what they are stages of. */
  static Map<SeriesKey, List<Series>> stages(Verdict verdict) {
    Map<SeriesKey, List<Series>> stages = new LinkedHashMap<>();
    for (Series series : verdict.series()) {
      if (series.measure().startsWith(STAGE_PREFIX)) {
        stages.computeIfAbsent(series.key(), key -> new ArrayList<>()).add(series);
      }
    }
    return stages;
  }

  /** Short names of all that is broken down. */
  static ShortNames names(Collection<SeriesKey> staged, List<Profile> profiles) {
    List<String> benchmarks = new ArrayList<>(staged.stream().map(SeriesKey::benchmark).toList());
    profiles.forEach(profile -> benchmarks.add(profile.benchmark()));
    return ShortNames.of(benchmarks);
  }

  /** The name of a stage that was timed. */
  static String stage(Series series) {
    return series.measure().substring(STAGE_PREFIX.length());
  }

  private static void stages(String title, List<Series> stages, Html html) {
    double sum = stages.stream().mapToDouble(one -> Figures.launches(one).mean()).sum();
    List<ShareBar.Part> parts = new ArrayList<>();
    for (Series stage : stages) {
      double percent = sum > 0 ? 100 * Figures.launches(stage).mean() / sum : 0;
      parts.add(new ShareBar.Part(stage(stage), percent));
    }
    html.element("h3", title).raw("<figure>").draw(ShareBar.of("Stages of " + title, parts));
    html.raw("<figcaption>Where the time goes, ");
    html.text(Figures.quantity(sum, stages.get(0)) + " in all").raw("</figcaption></figure>\n");
    html.raw("<ul class=\"key\">\n");
    for (int i = 0; i < parts.size(); i++) {
      html.raw(
          "<li><svg class=\"plot\" viewBox=\"0 0 10 10\" aria-hidden=\"true\"><rect class=\"s");
      html.raw(ShareBar.colour(i)).raw("\" width=\"10\" height=\"10\"/></svg>");
      html.name(parts.get(i).name()).text(" " + HtmlNumbers.percent(parts.get(i).percent()));
      html.raw(" <span class=\"muted\">");
      Series stage = stages.get(i);
      html.text(Figures.quantity(Figures.launches(stage).mean(), stage).toString());
      html.raw("</span></li>\n");
    }
    html.raw("</ul>\n");
  }

  private static void profile(String title, Profile profile, boolean open, Html html) {
    html.raw(open ? "<details open=\"open\">" : "<details>").raw("<summary><h3>");
    html.name(title);
    html.raw("</h3> <span class=\"n\">");
    html.text(HtmlNumbers.counted(profile.samples(), "sample")).raw("</span></summary>\n<div>\n");
    if (profile.methods().isEmpty() && profile.allocations().isEmpty()) {
      html.raw("<p class=\"muted\">Too little was sampled to tell.</p>\n");
    }
    shares("The hottest methods", "Method", profile.methods(), html);
    shares("The lines that allocate most", "Line", profile.allocations(), html);
    html.raw("</div></details>\n");
  }

  private static void shares(String caption, String what, List<Share> shares, Html html) {
    if (shares.isEmpty()) {
      return;
    }
    double greatest = shares.stream().mapToDouble(Share::percent).max().orElseThrow();
    html.openTable(caption, "#Share", "", what).raw("<tbody>\n");
    for (Share share : shares.subList(0, Math.min(SHARES_MAX, shares.size()))) {
      html.raw("<tr>").figure(HtmlNumbers.percent(share.percent())).raw("<td>");
      html.decorate(PercentBar.of(share.percent(), greatest)).raw("</td><th scope=\"row\">");
      html.code(share.name()).raw("</th></tr>\n");
    }
    html.raw("</tbody>").closeTable();
  }
}
