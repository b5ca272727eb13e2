package dev.arborist.domain.validation.report;

import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import java.util.List;

/**
 * Aims on a machine that is slower than the one that they were set on.
 *
 * <p>A promise binds wherever the code runs. An aim is a figure for the machine of the baseline, so
 * a slower machine cannot refute it: what it misses there is undecided, with the ruler that says
 * so. This ends at what the rulers can explain, times {@link #UNSEEN}; what is beyond that fails on
 * any machine. What does not depend on the machine, such as ratios, sizes and counters, is judged
 * as ever, and what is kept on a slower machine is kept.
 */
final class AimsElsewhere {

  /**
   * By how much more than a ruler the time of a program may change from machine to machine: rulers
   * see arithmetic, memory and the disk, and not caches, branches and how threads are woken.
   * Measured with the same code on two machines whose arithmetic differed by 1.7: times differed by
   * 2.1 to 3.2, which is up to 1.9 times that.
   */
  private static final double UNSEEN = 2;

  /** What the reason of an undecided judgement then says. */
  private static final String MISSED = "; missed on a slower machine: ";

  private AimsElsewhere() {}

  /** The judgements of a run, with those undecided that its machine cannot refute. */
  static List<Judgement> judged(Verdict baseline, Verdict run) {
    return MachineState.slower(baseline, run)
        .map(
            ruler ->
                run.judgements().stream()
                    .map(
                        judgement ->
                            isExplained(judgement, ruler) ? by(ruler, judgement) : judgement)
                    .toList())
        .orElse(run.judgements());
  }

  private static boolean isExplained(Judgement judgement, MachineState.Ruler ruler) {
    Requirement requirement = judgement.requirement();
    return judgement.outcome() == Outcome.FAIL
        && requirement.whenInconclusive() == WhenInconclusive.WARN
        && dependsOnMachine(requirement)
        && judgement.margin() * ruler.ratio() * UNSEEN >= 1;
  }

  /** What is relative to another benchmark has a number or a share for its limit. */
  private static boolean dependsOnMachine(Requirement requirement) {
    Dimension dimension = requirement.limit().unit().dimension();
    return dimension == Dimension.TIME || dimension == Dimension.RATE;
  }

  private static Judgement by(MachineState.Ruler ruler, Judgement judgement) {
    return new Judgement(
        judgement.requirement(),
        Outcome.INCONCLUSIVE,
        judgement.actual(),
        judgement.bound(),
        judgement.detectable(),
        judgement.launches(),
        judgement.reason() + MISSED + ruler.text());
  }

  /** Whether a judgement is undecided for its machine alone, not for what was measured. */
  static boolean isMissed(Judgement judgement) {
    return judgement.outcome() == Outcome.INCONCLUSIVE && judgement.reason().contains(MISSED);
  }
}
