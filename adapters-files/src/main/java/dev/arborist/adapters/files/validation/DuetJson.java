package dev.arborist.adapters.files.validation;

import dev.arborist.domain.validation.duet.CounterVerdict;
import dev.arborist.domain.validation.duet.PairScores;
import dev.arborist.domain.validation.duet.PairShape;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.regression.PairedSettings;
import dev.arborist.domain.validation.regression.PairedVerdict;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.DuetResult;
import dev.arborist.domain.validation.report.FailRule;
import dev.arborist.domain.validation.report.ProfileChange;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a duet, each part as {@link DuetWriter} writes it. */
final class DuetJson {

  private DuetJson() {}

  static Duet read(JsonView json) {
    return new Duet(
        json.objects("results", DuetJson::result),
        control(json.objectOrNull("control")),
        json.objects("onlyBaseline", DuetJson::benchmark),
        json.objects("onlyCandidate", DuetJson::benchmark),
        json.made(
            () ->
                new PairedSettings(
                    json.whole("screeningPairs"),
                    json.whole("judgingPairs"),
                    json.number("alpha"),
                    json.number("minimumEffect"))),
        json.texts("rules").stream().map(FailRule::parse).toList(),
        json.parsed("seed", Long::valueOf),
        VerdictReader.facts(json));
  }

  private static PairedBenchmark benchmark(JsonView json) {
    return new PairedBenchmark(
        json.text("benchmark"), json.text("mode"), new TreeMap<>(json.words("params")));
  }

  private static DuetResult result(JsonView json) {
    return new DuetResult(
        benchmark(json),
        time(json.object("time")),
        json.objects("counters", DuetJson::counter),
        pairs(json, "screening"),
        pairs(json, "judging"),
        new PairShape(json.whole("warmups"), json.whole("epochs"), json.flag("steady")),
        Duration.ofNanos((long) json.finite("spentNanos")),
        json.text("failure"),
        profile(json.objectOrNull("profile")));
  }

  private static PairedVerdict time(JsonView json) {
    return new PairedVerdict(
        json.parsed("change", Change::valueOf),
        json.number("effect"),
        json.number("lower"),
        json.number("upper"),
        json.number("pAdjusted"),
        json.number("margin"),
        json.number("detectable"),
        json.whole("pairs"),
        json.text("reason"));
  }

  private static CounterVerdict counter(JsonView json) {
    return new CounterVerdict(
        json.text("counter"),
        json.parsed("change", Change::valueOf),
        json.number("before"),
        json.number("after"),
        json.whole("pairs"));
  }

  private static List<PairScores> pairs(JsonView json, String name) {
    return json.objects(
        name,
        pair ->
            new PairScores(pair.number("before"), pair.number("after"), pair.number("logRatio")));
  }

  private static Duet.@Nullable Control control(@Nullable JsonView json) {
    return json == null ? null : new Duet.Control(benchmark(json), time(json.object("time")));
  }

  private static @Nullable ProfileChange profile(@Nullable JsonView json) {
    return json == null
        ? null
        : new ProfileChange(
            (long) json.finite("samplesBefore"),
            (long) json.finite("samplesAfter"),
            growths(json, "methods"),
            growths(json, "allocations"));
  }

  private static List<ProfileChange.Growth> growths(JsonView json, String name) {
    return json.objects(
        name,
        growth ->
            new ProfileChange.Growth(
                growth.text("name"),
                growth.number("percentBefore"),
                growth.number("percentAfter")));
  }
}
