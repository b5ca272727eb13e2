package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.report.FittedPage.Weight;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.DuetResult;
import dev.arborist.domain.validation.report.ProfileChange;
import java.util.ArrayList;
import java.util.List;

/** What of a duet a pull request is told. */
final class GithubDuet {

  /** More methods than these explain nothing. */
  private static final int GROWN_MAX = 10;

  private GithubDuet() {}

  static void write(Duet duet, GithubPage page) {
    DuetFigures figures = new DuetFigures(duet);
    if (duet.alarmed()) {
      page.frame("\n**The baseline seems to have changed against itself: trust no time.**\n");
    }
    List<String> changed = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (DuetResult result : figures.ordered()) {
      boolean isSame = result.change() == Change.UNCHANGED;
      (isSame ? rest : changed).add(page.row(figures.cells(result)));
    }
    page.table(DuetFigures.HEADINGS, changed);
    for (DuetResult result : figures.ordered()) {
      if (result.change() != Change.UNCHANGED || DuetFigures.isUnsteady(result)) {
        String name = page.code(figures.name(result.benchmark()));
        String why = page.code(String.join("; ", DuetFigures.reasons(result)));
        page.line(Weight.REASON, "- " + name + ": " + why);
      }
    }
    for (DuetResult result : figures.ordered()) {
      if (result.profile() != null) {
        profile(figures.name(result.benchmark()), result.profile(), page);
      }
    }
    page.foldedTable(DuetFigures.HEADINGS, rest, "unchanged");
  }

  private static void profile(String name, ProfileChange profile, GithubPage page) {
    if (!profile.methods().isEmpty()) {
      page.line(
          Weight.REASON, "\nMethods that take more of " + page.code(name) + " than before:\n");
      grown(profile.methods(), page);
    }
    if (!profile.allocations().isEmpty()) {
      page.line(
          Weight.REASON, "\nLines that allocate more of " + page.code(name) + " than before:\n");
      grown(profile.allocations(), page);
    }
  }

  private static void grown(List<ProfileChange.Growth> growths, GithubPage page) {
    growths.stream()
        .limit(GROWN_MAX)
        .forEach(
            growth ->
                page.line(
                    Weight.REASON,
                    "- " + page.code(growth.name()) + ": " + DuetFigures.shares(growth)));
  }
}
