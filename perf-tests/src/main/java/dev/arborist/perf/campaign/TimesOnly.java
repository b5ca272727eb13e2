package dev.arborist.perf.campaign;

import dev.arborist.application.port.out.PairFailedException;
import dev.arborist.application.port.out.PairSource;
import dev.arborist.domain.validation.duet.Epoch;
import dev.arborist.domain.validation.duet.LaunchPair;
import dev.arborist.domain.validation.duet.PairedLaunch;
import dev.arborist.domain.validation.report.Fact;
import java.util.List;
import java.util.TreeMap;

/**
 * Pairs without what was counted: more work allocates more too, and that would decide before the
 * times are looked at.
 *
 * @param source where the pairs come from
 */
record TimesOnly(PairSource source) implements PairSource {

  @Override
  public PairedBenchmarks benchmarks() {
    return source.benchmarks();
  }

  @Override
  public List<Fact> environment() {
    return source.environment();
  }

  @Override
  public LaunchPair launch(PairPlan plan) {
    LaunchPair pair = source.launch(plan);
    return new LaunchPair(
        pair.dimension(), uncounted(pair.baseline()), uncounted(pair.candidate()));
  }

  /** Verdicts are all that is asked for, and a profile is not part of them. */
  @Override
  public ProfiledPair profile(PairPlan plan) {
    throw new PairFailedException(plan.benchmark().title() + ": only times are asked for");
  }

  private static PairedLaunch uncounted(PairedLaunch launch) {
    return new PairedLaunch(
        launch.warmups().stream().map(TimesOnly::uncounted).toList(),
        launch.epochs().stream().map(TimesOnly::uncounted).toList());
  }

  private static Epoch uncounted(Epoch epoch) {
    return new Epoch(
        epoch.score(),
        epoch.operations(),
        -1,
        epoch.turnNanos(),
        epoch.delayNanos(),
        new TreeMap<>());
  }
}
