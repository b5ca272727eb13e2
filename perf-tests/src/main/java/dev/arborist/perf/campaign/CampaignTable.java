package dev.arborist.perf.campaign;

import dev.arborist.domain.validation.duet.PairScores;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.statistics.BinomialInterval;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What a campaign found so far, as Markdown. */
final class CampaignTable {

  private static final double CONFIDENCE = 0.95;

  /** What tools that compare one run with another often fail at. */
  private static final List<Integer> THRESHOLDS = List.of(5, 10);

  /** Of the pairs that screen, so many at each end stand for a run before and a run after. */
  private static final int RUN = 3;

  private CampaignTable() {}

  /** The verdicts by the work that was added, then how long they took, then sequential runs. */
  static String of(List<Outcome> outcomes) {
    StringBuilder text = new StringBuilder();
    text.append("| added | work | trials | regressed | unchanged | inconclusive | improved |");
    text.append(" median effect | pairs' sd |\n|---|---|---|---|---|---|---|---|---|\n");
    for (int percent : percents(outcomes)) {
      List<Outcome> same = with(outcomes, one -> one.trial().percent() == percent);
      row(percent, "all", same, text);
      new TreeMap<>(same.stream().collect(Collectors.groupingBy(Outcome::work)))
          .forEach((work, group) -> row(percent, work, group, text));
    }
    text.append("\n| | comparisons | median | most |\n|---|---|---|---|\n");
    seconds("not suspect", with(outcomes, one -> !one.wasSuspect()), text);
    seconds("suspect", with(outcomes, Outcome::wasSuspect), text);
    text.append("\n| added | comparisons | mean worse than 5 % | than 10 % |\n|---|---|---|---|\n");
    for (int percent : percents(outcomes)) {
      sequential(percent, with(outcomes, one -> one.trial().percent() == percent), text);
    }
    byTrial(with(outcomes, one -> one.trial().percent() == 0), text);
    List<Outcome> controlled = with(outcomes, one -> one.control() != null);
    Set<Trial> alarmed = trials(with(controlled, CampaignTable::isAlarmed));
    text.append("Controls: ").append(trials(controlled).size()).append(", of which ");
    text.append(share(alarmed.size(), trials(controlled).size())).append(" alarmed.\n");
    new TreeMap<>(outcomes.stream().collect(Collectors.groupingBy(Outcome::commit)))
        .forEach(
            (commit, group) ->
                text.append("Commit ")
                    .append(commit)
                    .append(": ")
                    .append(trials(group).size())
                    .append(" trials.\n"));
    return text.toString();
  }

  /** The comparisons of a trial share its minutes, so they do not err independently. */
  private static void byTrial(List<Outcome> ofTheSameCode, StringBuilder text) {
    Set<Trial> all = trials(ofTheSameCode);
    Set<Trial> wrong = trials(with(ofTheSameCode, one -> one.change().isChange()));
    text.append("\nTrials of the same code: ").append(all.size());
    text.append(", of which ").append(share(wrong.size(), all.size()));
    text.append(" had a false alarm in any of their comparisons.\n");
  }

  private static boolean isAlarmed(Outcome outcome) {
    Change control = outcome.control();
    return control != null && control.isChange();
  }

  private static Set<Trial> trials(List<Outcome> outcomes) {
    return outcomes.stream().map(Outcome::trial).collect(Collectors.toSet());
  }

  private static SortedSet<Integer> percents(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(one -> one.trial().percent())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Outcome> with(List<Outcome> outcomes, Predicate<Outcome> property) {
    return outcomes.stream().filter(property).toList();
  }

  private static void row(int percent, String work, List<Outcome> group, StringBuilder text) {
    text.append("| +").append(percent).append(" % | ").append(work).append(" | ");
    text.append(group.size());
    for (Change change :
        List.of(Change.REGRESSED, Change.UNCHANGED, Change.INCONCLUSIVE, Change.IMPROVED)) {
      text.append(" | ")
          .append(share(with(group, one -> one.change() == change).size(), group.size()));
    }
    text.append(format(" | %+.1f %% |", 100 * (median(group, Outcome::effect) - 1)));
    text.append(format(" %.3f |%n", median(group, CampaignTable::spread)));
  }

  /** How many, with the interval of the share where it says something. */
  private static String share(int count, int of) {
    if (of == 0) {
      return "0";
    }
    BinomialInterval interval = BinomialInterval.of(count, of, CONFIDENCE);
    return format("%d (%.1f to %.1f %%)", count, 100 * interval.lower(), 100 * interval.upper());
  }

  private static double spread(Outcome outcome) {
    List<PairScores> pairs = new ArrayList<>(outcome.screening());
    pairs.addAll(outcome.judging());
    return pairs.isEmpty()
        ? 0
        : Summary.of(pairs.stream().map(PairScores::logRatio).toList()).stddev();
  }

  private static double median(List<Outcome> group, ToDoubleFunction<Outcome> value) {
    return group.isEmpty()
        ? 0
        : Summary.of(group.stream().mapToDouble(value).boxed().toList()).median();
  }

  private static void seconds(String which, List<Outcome> group, StringBuilder text) {
    long most = group.stream().mapToLong(Outcome::seconds).max().orElse(0);
    text.append(
        format(
            "| %s | %d | %.0f s | %d s |%n",
            which, group.size(), median(group, Outcome::seconds), most));
  }

  /** The first launches of the old version, and the last ones of the new: as if one came later. */
  private static void sequential(int percent, List<Outcome> group, StringBuilder text) {
    List<Outcome> whole = with(group, one -> one.screening().size() >= 2 * RUN);
    text.append("| +").append(percent).append(" % | ").append(whole.size());
    for (int threshold : THRESHOLDS) {
      int worse =
          with(whole, one -> sequentialRatio(one.screening()) > 1 + threshold / 100.0).size();
      text.append(" | ").append(share(worse, whole.size()));
    }
    text.append(" |\n");
  }

  private static double sequentialRatio(List<PairScores> pairs) {
    double before = pairs.subList(0, RUN).stream().mapToDouble(PairScores::before).sum();
    double after =
        pairs.subList(pairs.size() - RUN, pairs.size()).stream()
            .mapToDouble(PairScores::after)
            .sum();
    return after / before;
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
