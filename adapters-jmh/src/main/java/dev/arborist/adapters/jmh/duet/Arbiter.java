package dev.arborist.adapters.jmh.duet;

import dev.arborist.application.port.out.PairSource.PairPlan;
import dev.arborist.domain.validation.duet.Epoch;
import dev.arborist.domain.validation.duet.LaunchPair;
import dev.arborist.domain.validation.duet.PairedLaunch;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Gives the turn to one of two JVMs at a time.
 *
 * <p>A turn is given only when both are ready for it, and both are released when both have had it:
 * so neither sets up, compiles the harness or prints while the other one measures. Which side
 * begins is drawn anew for each pair of epochs. What needs no fairness is run by both at once. Not
 * safe for use by several threads.
 */
final class Arbiter {

  private final Map<Side, TurnTaker> takers;
  private final PairPlan plan;
  private final Runnable beforeMeasuring;
  private final Runnable beforeEnd;
  private final Random random;

  /**
   * An arbiter.
   *
   * @param beforeMeasuring is run when both have warmed up and neither has begun to measure
   * @param beforeEnd is run when both have measured and neither has begun to tear down
   */
  Arbiter(
      Map<Side, TurnTaker> takers, PairPlan plan, Runnable beforeMeasuring, Runnable beforeEnd) {
    this.takers = new EnumMap<>(takers);
    this.beforeMeasuring = beforeMeasuring;
    this.beforeEnd = beforeEnd;
    this.plan = plan;
    random = new Random(plan.seed());
  }

  /**
   * Lets both sides warm up and measure to their end.
   *
   * @param isShared whether both measure at the same time instead of in turns
   */
  LaunchPair run(boolean isShared) throws SideFailure {
    Map<Side, List<Epoch>> warmups = epochs(plan.warmups(), true, plan.isWarmupShared());
    beforeMeasuring.run();
    Map<Side, List<Epoch>> measured = epochs(plan.epochs(), false, isShared);
    return new LaunchPair(
        taker(Side.BASELINE).dimension(),
        new PairedLaunch(of(warmups, Side.BASELINE), of(measured, Side.BASELINE)),
        new PairedLaunch(of(warmups, Side.CANDIDATE), of(measured, Side.CANDIDATE)));
  }

  private Map<Side, List<Epoch>> epochs(int count, boolean isWarmup, boolean isShared)
      throws SideFailure {
    Map<Side, List<Epoch>> epochs = new EnumMap<>(Side.class);
    for (int i = 0; i < count; i++) {
      for (Side side : Side.values()) {
        taker(side).awaitReady(side, isWarmup);
      }
      List<Side> order =
          random.nextBoolean()
              ? List.of(Side.BASELINE, Side.CANDIDATE)
              : List.of(Side.CANDIDATE, Side.BASELINE);
      if (isShared) {
        for (Side side : order) {
          taker(side).giveTurn(side);
        }
      }
      List<Side> measuring = new ArrayList<>(order);
      while (!measuring.isEmpty()) {
        Side side = isShared && !isWarmup ? firstToReport(measuring) : measuring.get(0);
        if (!isShared) {
          taker(side).giveTurn(side);
        }
        epochs.computeIfAbsent(side, s -> new ArrayList<>()).add(taker(side).awaitReport(side));
        measuring.remove(side);
      }
      if (!isWarmup && i == count - 1) {
        beforeEnd.run();
      }
      for (Side side : order) {
        taker(side).release(side);
      }
    }
    return epochs;
  }

  /** Of those that measure at the same time: the turn of the other would seem to end with it. */
  private Side firstToReport(List<Side> measuring) throws SideFailure {
    while (measuring.size() > 1) {
      for (Side side : measuring) {
        if (taker(side).reports(side)) {
          return side;
        }
      }
    }
    return measuring.get(0);
  }

  private TurnTaker taker(Side side) {
    TurnTaker taker = takers.get(side);
    if (taker == null) {
      throw new IllegalStateException(side + " has not connected");
    }
    return taker;
  }

  private static List<Epoch> of(Map<Side, List<Epoch>> epochs, Side side) {
    return epochs.getOrDefault(side, List.of());
  }
}
