package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.domain.validation.duet.CounterVerdict;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.DuetResult;
import dev.arborist.domain.validation.report.ProfileChange;
import java.util.List;

/** Two versions that were judged side by side, as text. */
public final class DuetText {

  private final Duet duet;
  private final DuetFigures figures;
  private final StringBuilder text = new StringBuilder();

  private DuetText(Duet duet) {
    this.duet = duet;
    figures = new DuetFigures(duet);
  }

  /** A table with what changed most at the top, why, and what it means for the build. */
  public static String render(Duet duet) {
    return new DuetText(duet).render();
  }

  private String render() {
    duet.environment().forEach(fact -> line(fact.name() + ": " + fact.value()));
    line("Seed: " + duet.seed());
    TextTable table = new TextTable(1);
    table.row(DuetFigures.HEADINGS.stream().map(one -> one.replace("#", "")).toList());
    List<DuetResult> ordered = figures.ordered();
    ordered.forEach(result -> table.row(figures.cells(result)));
    table.appendTo(text);
    ordered.forEach(this::details);
    Duet.Control control = duet.control();
    if (control != null) {
      line("control: " + figures.control(control));
    }
    if (!duet.onlyBaseline().isEmpty()) {
      line("only in the baseline: " + figures.names(duet.onlyBaseline()));
    }
    if (!duet.onlyCandidate().isEmpty()) {
      line("only in the candidate: " + figures.names(duet.onlyCandidate()));
    }
    line(DuetFigures.conclusion(duet));
    return text.toString();
  }

  private void line(String line) {
    text.append(SafeText.of(line)).append('\n');
  }

  private void details(DuetResult result) {
    String name = figures.name(result.benchmark());
    if (!result.failure().isEmpty()) {
      line("FAILED " + result.failure());
    } else if (result.change() != Change.UNCHANGED) {
      line(result.time().change() + " " + name + ": " + result.time().reason());
    }
    for (CounterVerdict counter : result.counters()) {
      line(counter.change() + " " + name + ": " + DuetFigures.counted(counter));
    }
    if (DuetFigures.isUnsteady(result)) {
      line("note: " + name + " " + DuetFigures.UNSTEADY);
    }
    ProfileChange profile = result.profile();
    if (profile != null) {
      ProfileChangeText.lines(name, profile).forEach(this::line);
    }
  }
}
