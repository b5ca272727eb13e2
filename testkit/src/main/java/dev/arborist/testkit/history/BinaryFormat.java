package dev.arborist.testkit.history;

import dev.arborist.application.port.out.VerdictFormat;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.Outcome;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.sample.Series;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps all of a verdict that the tests use, in the order of its components. */
public final class BinaryFormat implements VerdictFormat {

  private static final int VERSION = 1;

  @Override
  public void write(Verdict verdict, OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(VERSION);
    Origin origin = verdict.origin();
    out.writeUTF(origin.measuredAt().toString());
    for (String text : List.of(origin.label(), origin.commit(), origin.machine(), origin.jvm())) {
      out.writeUTF(text);
    }
    out.writeBoolean(origin.dirty());
    out.writeInt(verdict.judgements().size());
    for (Judgement judgement : verdict.judgements()) {
      write(judgement, out);
    }
    out.writeInt(verdict.series().size());
    for (Series series : verdict.series()) {
      write(series, out);
    }
    out.writeInt(verdict.environment().size());
    for (Fact fact : verdict.environment()) {
      out.writeUTF(fact.name());
      out.writeUTF(fact.value());
    }
    out.flush();
  }

  private static void write(Judgement judgement, DataOutputStream out) throws IOException {
    Requirement requirement = judgement.requirement();
    out.writeUTF(requirement.id());
    out.writeUTF(requirement.title());
    out.writeUTF(requirement.benchmark());
    out.writeUTF(requirement.metric().toString());
    out.writeUTF(requirement.limit().toString());
    out.writeUTF(judgement.outcome().name());
    out.writeInt(judgement.launches());
    out.writeUTF(judgement.reason());
  }

  private static void write(Series series, DataOutputStream out) throws IOException {
    out.writeUTF(series.benchmark());
    out.writeInt(series.params().size());
    for (var param : series.params().entrySet()) {
      out.writeUTF(param.getKey());
      out.writeUTF(param.getValue());
    }
    out.writeUTF(series.measure());
    out.writeUTF(series.mode());
    out.writeUTF(series.dimension().name());
    out.writeInt(series.launches().size());
    for (List<Double> launch : series.launches()) {
      out.writeInt(launch.size());
      for (double value : launch) {
        out.writeDouble(value);
      }
    }
  }

  @Override
  public Verdict read(String name, InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    int version = in.readInt();
    if (version != VERSION) {
      throw new InvalidRequirementException(name + " is of version " + version);
    }
    Instant measuredAt = Instant.parse(in.readUTF());
    String label = in.readUTF();
    String commit = in.readUTF();
    String machine = in.readUTF();
    String jvm = in.readUTF();
    Origin origin = new Origin(measuredAt, label, commit, in.readBoolean(), machine, jvm);
    List<Judgement> judgements = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      judgements.add(judgement(in));
    }
    List<Series> series = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      series.add(series(in));
    }
    List<Fact> environment = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      environment.add(new Fact(in.readUTF(), in.readUTF()));
    }
    return new Verdict(
        origin,
        judgements,
        series,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        environment,
        List.of());
  }

  private static Judgement judgement(DataInputStream in) throws IOException {
    Requirement requirement =
        new Requirement(
            in.readUTF(),
            in.readUTF(),
            in.readUTF(),
            new TreeMap<>(),
            Metric.parse(in.readUTF()),
            Quantity.parse(in.readUTF()),
            null,
            WhenInconclusive.FAIL);
    Outcome outcome = Outcome.valueOf(in.readUTF());
    return new Judgement(requirement, outcome, null, null, null, in.readInt(), in.readUTF());
  }

  private static Series series(DataInputStream in) throws IOException {
    String benchmark = in.readUTF();
    SortedMap<String, String> params = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      params.put(in.readUTF(), in.readUTF());
    }
    String measure = in.readUTF();
    String mode = in.readUTF();
    Dimension dimension = Dimension.valueOf(in.readUTF());
    List<List<Double>> launches = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      List<Double> launch = new ArrayList<>();
      for (int values = in.readInt(); values > 0; values--) {
        launch.add(in.readDouble());
      }
      launches.add(launch);
    }
    return new Series(benchmark, params, measure, mode, dimension, launches);
  }
}
