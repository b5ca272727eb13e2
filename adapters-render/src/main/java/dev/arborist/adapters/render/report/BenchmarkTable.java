package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Unit;
import dev.arborist.domain.validation.sample.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The benchmarks of some runs in one table, in the columns, order and groups that people ask for.
 *
 * <p>Figures describe the launches' means. Where groups are asked for, the mean is followed by how
 * many times worse it is than the best of its group: 1 for the best itself.
 */
public final class BenchmarkTable {

  private static final String NONE = "none";
  private static final String PARAM = "param:";

  /**
   * A run and what to call it.
   *
   * @param name such as {@code run 0007} or a file's name
   */
  public record Run(String name, Verdict verdict) {}

  private final List<BenchmarkColumn> columns;
  private final String sort;
  private final String groupBy;

  /**
   * A table.
   *
   * @param columns what is shown, in this order
   * @param sort {@code name} or a column's word; numbers ascend
   * @param groupBy {@code none}, {@code benchmark}, {@code class}, {@code params}, {@code run} or
   *     {@code param:NAME}
   * @throws InvalidRequirementException when the order or the groups are not known
   */
  public BenchmarkTable(List<BenchmarkColumn> columns, String sort, String groupBy) {
    this.columns = List.copyOf(columns);
    this.sort = sort;
    this.groupBy = groupBy;
    if (!sort.equals("name")) {
      BenchmarkColumn.parse(sort);
    }
    boolean known =
        List.of(NONE, "benchmark", "class", "params", "run").contains(groupBy)
            || (groupBy.startsWith(PARAM) && groupBy.length() > PARAM.length());
    if (!known) {
      throw new InvalidRequirementException(
          "'"
              + groupBy
              + "' is no way to group: use none, benchmark, class, params, run or param:NAME");
    }
  }

  /** The table as text. */
  public String text(List<Run> runs) {
    StringBuilder text = new StringBuilder();
    ShortNames names =
        ShortNames.ofSeries(
            runs.stream().flatMap(run -> Figures.benchmarks(run.verdict()).stream()).toList());
    groups(runs)
        .forEach(
            (group, rows) -> {
              if (!group.isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n").append(SafeText.of(group)).append('\n');
              }
              TextTable table = new TextTable(1);
              table.row(headings());
              @Nullable BenchmarkRow best = groupBy.equals(NONE) ? null : best(rows);
              for (BenchmarkRow row : rows) {
                String name = names.title(row.series());
                String run = runs.size() > 1 ? " (" + row.run().name() + ")" : "";
                table.row(cells(name + run, row, best));
              }
              table.appendTo(text);
            });
    return text.isEmpty() ? "no benchmark was measured\n" : text.toString();
  }

  /** The table as comma-separated values: numbers in ns, B, ops/s. */
  public String csv(List<Run> runs) {
    StringBuilder text = new StringBuilder("run,benchmark,params,mode,unit");
    columns.forEach(column -> text.append(',').append(column.word()));
    text.append('\n');
    groups(runs)
        .values()
        .forEach(
            rows ->
                rows.forEach(
                    row -> {
                      Series series = row.series();
                      text.append(quoted(row.run().name())).append(',');
                      text.append(quoted(series.benchmark())).append(',');
                      text.append(quoted(row.params())).append(',');
                      text.append(series.mode()).append(',').append(unit(series));
                      columns.forEach(
                          column -> {
                            OptionalDouble value = row.value(column);
                            text.append(',')
                                .append(value.isPresent() ? plain(value.getAsDouble()) : "");
                          });
                      text.append('\n');
                    }));
    return text.toString();
  }

  private static String plain(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? String.valueOf((long) value) : String.valueOf(value);
  }

  private static String quoted(String text) {
    return text.matches("[^\",\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  private static String unit(Series series) {
    return switch (series.dimension()) {
      case TIME -> Unit.NANOSECONDS.symbol();
      case RATE -> Unit.PER_SECOND.symbol();
      case SIZE -> Unit.BYTES.symbol();
      case SHARE -> Unit.PERCENT.symbol();
      case NUMBER -> Unit.NONE.symbol();
    };
  }

  private List<String> headings() {
    List<String> headings = new ArrayList<>(List.of("Benchmark"));
    columns.forEach(column -> headings.add(column.heading()));
    return headings;
  }

  private Map<String, List<BenchmarkRow>> groups(List<Run> runs) {
    List<BenchmarkRow> rows = new ArrayList<>();
    for (Run run : runs) {
      for (Series series : Figures.benchmarks(run.verdict())) {
        rows.add(new BenchmarkRow(run, series, Figures.launches(series)));
      }
    }
    rows.sort(order());
    return rows.stream()
        .collect(Collectors.groupingBy(this::group, LinkedHashMap::new, Collectors.toList()));
  }

  /** Ties stand by name, mode and the order of the runs, in which the rows were collected. */
  private Comparator<BenchmarkRow> order() {
    Comparator<BenchmarkRow> byName =
        Comparator.<BenchmarkRow, String>comparing(row -> row.series().title())
            .thenComparing(row -> row.series().mode());
    if (sort.equals("name")) {
      return byName;
    }
    BenchmarkColumn column = BenchmarkColumn.parse(sort);
    return Comparator.<BenchmarkRow>comparingDouble(
            row -> row.value(column).orElse(Double.POSITIVE_INFINITY))
        .thenComparing(byName);
  }

  private String group(BenchmarkRow row) {
    Series series = row.series();
    String name = series.benchmark();
    if (groupBy.startsWith(PARAM)) {
      String param = groupBy.substring(PARAM.length());
      return param + "=" + series.params().getOrDefault(param, "");
    }
    return switch (groupBy) {
      case "benchmark" -> name;
      case "class" -> name.substring(0, Math.max(0, name.lastIndexOf('.')));
      case "params" -> row.params().isEmpty() ? "without parameters" : row.params();
      case "run" -> row.run().name();
      default -> "";
    };
  }

  /** The row that the others are so many times of; null when they are not alike or alone. */
  private static @Nullable BenchmarkRow best(List<BenchmarkRow> rows) {
    Dimension dimension = rows.get(0).series().dimension();
    if (rows.size() < 2 || rows.stream().anyMatch(row -> row.series().dimension() != dimension)) {
      return null;
    }
    Comparator<BenchmarkRow> byMean = Comparator.comparingDouble(row -> row.launches().mean());
    List<BenchmarkRow> measured =
        rows.stream().filter(row -> Double.isFinite(row.launches().mean())).toList();
    if (measured.isEmpty()) {
      return null;
    }
    return measured.stream()
        .min(dimension == Dimension.RATE ? byMean.reversed() : byMean)
        .orElseThrow();
  }

  private List<String> cells(String name, BenchmarkRow row, @Nullable BenchmarkRow best) {
    List<String> cells = new ArrayList<>(List.of(name));
    for (BenchmarkColumn column : columns) {
      String cell = row.cell(column);
      if (column == BenchmarkColumn.MEAN && best != null && !cell.isEmpty()) {
        cell += " (" + new Quantity(timesWorse(row, best), Unit.NONE) + "×)";
      }
      cells.add(cell);
    }
    return cells;
  }

  private static double timesWorse(BenchmarkRow row, BenchmarkRow best) {
    double mean = row.launches().mean();
    double least = best.launches().mean();
    return row.series().dimension() == Dimension.RATE ? least / mean : mean / least;
  }
}
