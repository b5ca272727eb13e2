package dev.arborist.adapters.sql.history;

import dev.arborist.adapters.sql.Run;
import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sql.Sql;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.TrendPoint;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.statistics.Summary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What each run measured, a row a series, found by run. */
final class ResultTable {

  private static final Sql INSERT =
      new Sql(
          """
          INSERT INTO result (run, position, benchmark, params, measure, mode, dimension,
                              n, min, q1, median, q3, max, mean, stddev)
          VALUES (:run, :position, :benchmark, :params, :measure, :mode, :dimension,
                  :n, :min, :lowerQuartile, :median, :upperQuartile, :max, :mean, :stddev)
          """);

  private static final Sql TREND =
      new Sql(
          """
          SELECT run, benchmark, params, measure, mode, dimension,
                 n, min, q1, median, q3, max, mean, stddev
            FROM result
           WHERE run >= (SELECT min(number)
                           FROM (SELECT number FROM run ORDER BY number DESC LIMIT :runs) AS latest)
             AND {placeIn}(benchmark, :name) > 0
           ORDER BY run, benchmark, params, measure, mode, position
          """);

  private final Session session;

  ResultTable(Session session) {
    this.session = session;
  }

  /** A series of which no launch has a value has no row. */
  void insert(RunId id, List<Series> measured) {
    Run rows = session.run(INSERT);
    boolean any = false;
    for (int i = 0; i < measured.size(); i++) {
      List<Double> means = launchMeans(measured.get(i));
      if (!means.isEmpty()) {
        add(rows, id, i, measured.get(i), Summary.of(means));
        any = true;
      }
    }
    if (any) {
      rows.executeBatch();
    }
  }

  private static List<Double> launchMeans(Series series) {
    return series.launches().stream()
        .filter(launch -> !launch.isEmpty())
        .map(launch -> Summary.of(launch).mean())
        .toList();
  }

  private static void add(Run rows, RunId id, int position, Series series, Summary launches) {
    rows.set("run", id.number())
        .set("position", position)
        .set("benchmark", series.benchmark())
        .set("params", ParamsText.of(series.params()))
        .set("measure", series.measure())
        .set("mode", series.mode())
        .set("dimension", series.dimension().name())
        .set("n", launches.n())
        .setNumber("min", launches.min())
        .setNumber("lowerQuartile", launches.q1())
        .setNumber("median", launches.median())
        .setNumber("upperQuartile", launches.q3())
        .setNumber("max", launches.max())
        .setNumber("mean", launches.mean())
        .setNumber("stddev", launches.stddev())
        .addBatch();
  }

  private static double number(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }

  List<TrendPoint> trend(String name, int runs) {
    return session
        .run(TREND)
        .set("name", name)
        .set("runs", RunTable.sqlLimit(runs))
        .list(ResultTable::point);
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
