package dev.arborist.adapters.files.validation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.arborist.domain.validation.duet.CounterVerdict;
import dev.arborist.domain.validation.duet.PairScores;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.regression.PairedVerdict;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.DuetResult;
import dev.arborist.domain.validation.report.ProfileChange;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes the fields of a duet, as {@link DuetJson} reads them. */
final class DuetWriter {

  private final JsonGenerator json;

  DuetWriter(JsonGenerator json) {
    this.json = json;
  }

  void write(Duet duet) throws IOException {
    json.writeStringField("gate", duet.gate().name());
    json.writeNumberField("screeningPairs", duet.settings().screeningPairs());
    json.writeNumberField("judgingPairs", duet.settings().judgingPairs());
    json.writeNumberField("alpha", duet.settings().alpha());
    json.writeNumberField("minimumEffect", duet.settings().minimumEffect());
    JsonTexts.write(json, "rules", duet.rules().stream().map(String::valueOf).toList());
    // As a text, for readers that make doubles of numbers would change it.
    json.writeStringField("seed", String.valueOf(duet.seed()));
    JsonObjects.facts(json, duet.environment());
    JsonObjects.write(json, "results", duet.results(), this::result);
    control(duet.control());
    JsonObjects.write(json, "onlyBaseline", duet.onlyBaseline(), this::benchmark);
    JsonObjects.write(json, "onlyCandidate", duet.onlyCandidate(), this::benchmark);
  }

  private void benchmark(PairedBenchmark benchmark) throws IOException {
    json.writeStringField("benchmark", benchmark.benchmark());
    json.writeStringField("mode", benchmark.mode());
    JsonObjects.words(json, "params", benchmark.params());
  }

  private void result(DuetResult result) throws IOException {
    benchmark(result.benchmark());
    json.writeStringField("change", result.change().name());
    time(result.time());
    JsonObjects.write(json, "counters", result.counters(), this::counter);
    JsonObjects.write(json, "screening", result.screening(), this::pair);
    JsonObjects.write(json, "judging", result.judging(), this::pair);
    json.writeNumberField("warmups", result.shape().warmups());
    json.writeNumberField("epochs", result.shape().epochs());
    json.writeBooleanField("steady", result.shape().isSteady());
    json.writeNumberField("spentNanos", result.spent().toNanos());
    json.writeStringField("failure", result.failure());
    profile(result.profile());
  }

  private void time(PairedVerdict verdict) throws IOException {
    json.writeObjectFieldStart("time");
    json.writeStringField("change", verdict.change().name());
    json.writeNumberField("effect", verdict.effect());
    json.writeNumberField("lower", verdict.lower());
    json.writeNumberField("upper", verdict.upper());
    json.writeNumberField("pAdjusted", verdict.pAdjusted());
    json.writeNumberField("margin", verdict.margin());
    json.writeNumberField("detectable", verdict.detectable());
    json.writeNumberField("pairs", verdict.pairs());
    json.writeStringField("reason", verdict.reason());
    json.writeEndObject();
  }

  private void counter(CounterVerdict counter) throws IOException {
    json.writeStringField("counter", counter.counter());
    json.writeStringField("change", counter.change().name());
    json.writeNumberField("before", counter.before());
    json.writeNumberField("after", counter.after());
    json.writeNumberField("pairs", counter.pairs());
  }

  private void pair(PairScores pair) throws IOException {
    json.writeNumberField("before", pair.before());
    json.writeNumberField("after", pair.after());
    json.writeNumberField("logRatio", pair.logRatio());
  }

  private void control(Duet.@Nullable Control control) throws IOException {
    if (control == null) {
      json.writeNullField("control");
      return;
    }
    json.writeObjectFieldStart("control");
    benchmark(control.benchmark());
    time(control.verdict());
    json.writeEndObject();
  }

  private void profile(@Nullable ProfileChange profile) throws IOException {
    if (profile == null) {
      json.writeNullField("profile");
      return;
    }
    json.writeObjectFieldStart("profile");
    json.writeNumberField("samplesBefore", profile.samplesBefore());
    json.writeNumberField("samplesAfter", profile.samplesAfter());
    JsonObjects.write(json, "methods", profile.methods(), this::growth);
    JsonObjects.write(json, "allocations", profile.allocations(), this::growth);
    json.writeEndObject();
  }

  private void growth(ProfileChange.Growth growth) throws IOException {
    json.writeStringField("name", growth.name());
    json.writeNumberField("percentBefore", growth.percentBefore());
    json.writeNumberField("percentAfter", growth.percentAfter());
  }
}
