package dev.arborist.domain.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.duet.CounterVerdict;
import dev.arborist.domain.validation.duet.PairShape;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.PairedVerdict;
import dev.arborist.domain.validation.report.Profile.Share;
import dev.arborist.domain.validation.report.ProfileChange.Growth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfileComparisonTest {

  private static final List<CounterVerdict> NO_COUNTS = List.of();

  private static Profile profile(long samples, Share... methods) {
    return new Profile("Gate.open", new TreeMap<>(), samples, List.of(methods), List.of());
  }

  private static Profile allocating(Share... lines) {
    return new Profile("Gate.open", new TreeMap<>(), 0, List.of(), List.of(lines));
  }

  private static Share share(String name, double percent) {
    return new Share(name, percent);
  }

  private static DuetResult judged(
      Change change, double effect, double lower, List<CounterVerdict> counters) {
    return new DuetResult(
        new PairedBenchmark("Gate.open", "avgt", new TreeMap<>()),
        new PairedVerdict(change, effect, lower, 2 * effect, 0.001, 0, 0.03, 30, ""),
        counters,
        List.of(),
        List.of(),
        PairShape.UNKNOWN,
        Duration.ofMinutes(2),
        "",
        null);
  }

  private static ProfileChange compare(Profile before, Profile after, double slower) {
    return ProfileComparison.of(
        before, after, judged(Change.REGRESSED, slower, slower * 0.99, NO_COUNTS), true);
  }

  private static List<String> names(List<Growth> growths) {
    return growths.stream().map(Growth::name).toList();
  }

  /** Of 100 ns the latch took 60 and takes 120: the hinge takes 40 as before, of 160. */
  @Test
  void aMethodThatIsTwiceAsSlowIsNamedAlone() {
    ProfileChange change =
        compare(
            profile(1_000, share("Gate.latch", 60), share("Gate.hinge", 40)),
            profile(1_000, share("Gate.latch", 75), share("Gate.hinge", 25)),
            1.6);

    assertEquals(List.of("Gate.latch"), names(change.methods()));
    assertEquals(60, change.methods().get(0).percentBefore(), 1e-9);
    assertEquals(120, change.methods().get(0).percentAfter(), 1e-9);
    assertEquals(1_000, change.samplesBefore());
  }

  @Test
  void whereNothingChangedNothingIsNamed() {
    Profile same = profile(1_000, share("Gate.latch", 60), share("Gate.hinge", 40));

    assertEquals(
        List.of(),
        ProfileComparison.of(same, same, judged(Change.UNCHANGED, 1.02, 1.01, NO_COUNTS), true)
            .methods());
  }

  @Test
  void aMethodThatIsNewIsNamed() {
    ProfileChange change =
        compare(
            profile(1_000, share("Gate.latch", 100)),
            profile(1_000, share("Gate.latch", 90), share("Gate.creak", 10)),
            1 / 0.9);

    assertEquals(List.of("Gate.creak"), names(change.methods()));
    assertEquals(0, change.methods().get(0).percentBefore());
    assertEquals(11.11, change.methods().get(0).percentAfter(), 0.01);
  }

  /** The others' shares grow all the same; only what takes more time is named. */
  @Test
  void whenAMethodVanishesTheOthersHaveNotGrown() {
    Profile before = profile(1_000, share("a", 30), share("b", 20), share("c", 50));
    Profile after = profile(1_000, share("a", 36.4), share("c", 60.6), share("e", 3));
    DuetResult faster = judged(Change.IMPROVED, 0.825, 0.82, NO_COUNTS);

    assertEquals(List.of("e"), names(ProfileComparison.of(before, after, faster, true).methods()));
  }

  @Test
  void whatTakesAllOfTheTimeIsNamedByTheTimeAlone() {
    Profile all = profile(1_000, share("Gate.latch", 100));

    assertEquals(
        List.of(new Growth("Gate.latch", 100, 110.00000000000001)),
        compare(all, all, 1.1).methods());
  }

  @Test
  void timeThatWasHardlySeenNamesNoMethodWhoseShareIsTheSame() {
    Profile before = profile(1_000, share("Gate.latch", 80), share("Gate.hinge", 20));
    Profile after = profile(1_000, share("Gate.latch", 60), share("Gate.hinge", 40));
    DuetResult slower = judged(Change.REGRESSED, 1.5, 1.4, NO_COUNTS);

    assertEquals(List.of(), ProfileComparison.of(before, before, slower, false).methods());
    assertEquals(
        List.of(new Growth("Gate.hinge", 20, 40)),
        ProfileComparison.of(before, after, slower, false).methods());
  }

  @Test
  void timeThatIsNotKnownToHaveChangedNamesNoMethodEither() {
    Profile same = profile(1_000, share("Gate.latch", 100));

    for (Change change : List.of(Change.INCONCLUSIVE, Change.UNCHANGED)) {
      assertEquals(
          List.of(),
          ProfileComparison.of(same, same, judged(change, 1.5, 1.4, NO_COUNTS), true).methods());
    }
  }

  /** The median says half as long again, but a hundredth is all that is sure. */
  @Test
  void onlyTheTimeThatThePairsVouchForCounts() {
    Profile before = profile(500, share("Gate.latch", 50), share("Gate.hinge", 50));

    assertEquals(
        List.of(),
        ProfileComparison.of(before, before, judged(Change.REGRESSED, 1.5, 1.01, NO_COUNTS), true)
            .methods());
  }

  @Test
  void whatMayBeChanceIsNotNamed() {
    assertEquals(
        List.of(),
        compare(
                profile(40, share("Gate.latch", 50), share("Gate.hinge", 50)),
                profile(40, share("Gate.latch", 60), share("Gate.hinge", 40)),
                1.05)
            .methods());
  }

  @Test
  void aGrowthOfLessThanAPointIsNotNamed() {
    assertEquals(
        List.of(),
        compare(
                profile(100_000, share("Gate.latch", 100)),
                profile(100_000, share("Gate.latch", 99.1), share("Gate.creak", 0.9)),
                1.009)
            .methods());
  }

  @Test
  void tenAreNamedTheLargestFirstAndEqualOnesByName() {
    Share[] before = {share("a", 40), share("z", 60)};
    Share[] after =
        IntStream.range(0, 12)
            .mapToObj(i -> share("m" + (char) ('l' - i), i < 2 ? 6 : 5))
            .toArray(Share[]::new);

    List<Growth> methods = compare(profile(2_000, before), profile(2_000, after), 1.2).methods();

    assertEquals(
        List.of("mk", "ml", "ma", "mb", "mc", "md", "me", "mf", "mg", "mh"), names(methods));
  }

  @Test
  void nothingIsSaidOfAVersionThatWasNeverSeenRunning() {
    Profile seen = profile(500, share("Gate.latch", 100));

    assertEquals(List.of(), compare(profile(0), seen, 1.5).methods());
    assertEquals(List.of(), compare(seen, profile(0), 1.5).methods());
  }

  @Test
  void linesThatAllocateAreNamedWhereMoreIsAllocated() {
    Profile before = allocating(share("Gate.a(Gate.java:1)", 80), share("Gate.b(Gate.java:2)", 20));
    Profile after = allocating(share("Gate.a(Gate.java:1)", 40), share("Gate.b(Gate.java:2)", 60));
    CounterVerdict more = new CounterVerdict("bytes", Change.REGRESSED, 100, 200, 5);
    CounterVerdict less = new CounterVerdict("bytes", Change.IMPROVED, 200, 100, 5);

    assertEquals(
        List.of(new Growth("Gate.b(Gate.java:2)", 20, 120)), allocations(before, after, more));
    assertEquals(List.of(), allocations(before, after, less));
    assertEquals(List.of(), compare(before, after, 1.1).allocations());
  }

  /** A growth by a factor of hundreds is no percentage that anybody reads. */
  @Test
  void whereNothingWasAllocatedLinesAreSharesOfWhatIsNow() {
    Profile after = allocating(share("Gate.a(Gate.java:1)", 70), share("Gate.b(Gate.java:2)", 30));
    CounterVerdict more = new CounterVerdict("bytes", Change.REGRESSED, 0, 96, 5);

    assertEquals(
        List.of(new Growth("Gate.a(Gate.java:1)", 0, 70), new Growth("Gate.b(Gate.java:2)", 0, 30)),
        allocations(allocating(), after, more));
  }

  private static List<Growth> allocations(Profile before, Profile after, CounterVerdict counter) {
    DuetResult judged = judged(Change.INCONCLUSIVE, 1, 1, List.of(counter));
    return ProfileComparison.of(before, after, judged, true).allocations();
  }

  /** 20 of 2,000 at the level of 1 %; fewer, since most growths by chance are below a point. */
  @Test
  void theSameCodeIsNamedByChanceInOneProfileOfAHundredAtMost() {
    Random random = new Random(8);
    int named = 0;
    for (int i = 0; i < 2_000; i++) {
      Profile before = drawn(random, 800);
      Profile after = drawn(random, 700);
      DuetResult same = judged(Change.UNCHANGED, 1, 1, NO_COUNTS);
      named += ProfileComparison.of(before, after, same, true).methods().isEmpty() ? 0 : 1;
    }
    assertTrue(named <= 35, named + " of 2000");
  }

  /** Thirty methods, each a fifth rarer than the one before. */
  private static Profile drawn(Random random, int samples) {
    Map<String, Integer> seen = new TreeMap<>();
    for (int i = 0; i < samples; i++) {
      int method = 0;
      while (method < 29 && random.nextDouble() > 0.2) {
        method++;
      }
      seen.merge("m" + method, 1, Integer::sum);
    }
    List<Share> shares = new ArrayList<>();
    seen.forEach((name, count) -> shares.add(share(name, 100.0 * count / samples)));
    return profile(samples, shares.toArray(Share[]::new));
  }
}
