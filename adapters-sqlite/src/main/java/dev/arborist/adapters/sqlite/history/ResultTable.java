package dev.arborist.adapters.sqlite.history;

import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.TrendPoint;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.Summary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What each run measured, a row a series, found by run. */
final class ResultTable {

  private static final String INSERT =
      """
      INSERT INTO result (run, position, benchmark, params, measure, mode, dimension,
                          n, min, q1, median, q3, max, mean, stddev)
      VALUES (:run, :position, :benchmark, :params, :measure, :mode, :dimension,
              :n, :min, :q1, :median, :q3, :max, :mean, :stddev)
      """;

  private static final String TREND =
      """
      SELECT run, benchmark, params, measure, mode, dimension,
             n, min, q1, median, q3, max, mean, stddev
        FROM result
       WHERE run >= (SELECT min(number)
                       FROM (SELECT number FROM run ORDER BY number DESC LIMIT :runs))
         AND instr(benchmark, :name) > 0
       ORDER BY run, benchmark, params, measure, mode, position
      """;

  private final Handle handle;

  ResultTable(Handle handle) {
    this.handle = handle;
  }

  /** A series of which no launch has a value has no row. */
  void insert(RunId id, List<Series> measured) {
    try (PreparedBatch batch = handle.prepareBatch(INSERT)) {
      for (int i = 0; i < measured.size(); i++) {
        List<Double> means = launchMeans(measured.get(i));
        if (!means.isEmpty()) {
          add(batch, id, i, measured.get(i), Summary.of(means));
        }
      }
      if (batch.size() > 0) {
        batch.execute();
      }
    }
  }

  private static List<Double> launchMeans(Series series) {
    return series.launches().stream()
        .filter(launch -> !launch.isEmpty())
        .map(launch -> Summary.of(launch).mean())
        .toList();
  }

  private static void add(
      PreparedBatch batch, RunId id, int position, Series series, Summary launches) {
    batch
        .bind("run", id.number())
        .bind("position", position)
        .bind("benchmark", series.benchmark())
        .bind("params", ParamsText.of(series.params()))
        .bind("measure", series.measure())
        .bind("mode", series.mode())
        .bind("dimension", series.dimension().name())
        .bind("n", launches.n())
        .bind("min", number(launches.min()))
        .bind("q1", number(launches.q1()))
        .bind("median", number(launches.median()))
        .bind("q3", number(launches.q3()))
        .bind("max", number(launches.max()))
        .bind("mean", number(launches.mean()))
        .bind("stddev", number(launches.stddev()))
        .add();
  }

  /** SQLite knows no NaN. */
  private static @Nullable Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static double number(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }

  List<TrendPoint> trend(String name, int runs) {
    try (Query query = handle.createQuery(TREND)) {
      return query
          .bind("name", name)
          .bind("runs", RunTable.sqlLimit(runs))
          .map((row, context) -> point(row))
          .list();
    }
  }

  private static TrendPoint point(ResultSet row) throws SQLException {
    return new TrendPoint(
        new RunId(row.getInt(1)),
        row.getString(2),
        ParamsText.parse(row.getString(3)),
        row.getString(4),
        row.getString(5),
        Dimension.valueOf(row.getString(6)),
        new Summary(
            row.getInt(7),
            number(row, 8),
            number(row, 9),
            number(row, 10),
            number(row, 11),
            number(row, 12),
            number(row, 13),
            number(row, 14)));
  }
}
