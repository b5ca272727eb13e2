package dev.arborist.adapters.jmh.machine;

import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A source, watched while it measures: adds what the machine is, how fast it was before and after,
 * and what disturbed.
 *
 * <p>The rulers' series come last and are no benchmarks that requirements can name. A source that
 * measures nothing gets none, so that nothing remains nothing.
 */
public final class MachineWatch implements MeasurementSource {

  private final MeasurementSource source;
  private final SystemFiles files;
  private final Jvm jvm;
  private final Rulers rulers;
  private @Nullable MachineNotes notes;

  /**
   * A watched source.
   *
   * @param directory on the disk that the source uses
   */
  public MachineWatch(MeasurementSource source, Path directory) {
    this(source, new SystemFiles(Path.of("/")), Jvm.thisOne(), new Rulers(directory));
  }

  MachineWatch(MeasurementSource source, SystemFiles files, Jvm jvm, Rulers rulers) {
    this.source = source;
    this.files = files;
    this.jvm = jvm;
    this.rulers = rulers;
  }

  @Override
  public SortedSet<String> benchmarks() {
    return source.benchmarks();
  }

  @Override
  public Measurements measure() {
    begin();
    return watched(source.measure());
  }

  @Override
  public Optional<Measurements> measureMore(Set<SeriesKey> wanted, int launches) {
    if (notes == null) {
      begin();
    }
    return source.measureMore(wanted, launches).map(this::watched);
  }

  private void begin() {
    notes = new MachineNotes(files, jvm);
    rulers.measure();
  }

  private Measurements watched(Measurements measured) {
    MachineNotes taken = notes == null ? new MachineNotes(files, jvm) : notes;
    List<String> warnings = new ArrayList<>(taken.warnings());
    rulers.measure();
    List<Series> series = new ArrayList<>(measured.series());
    if (!series.isEmpty()) {
      series.addAll(rulers.series());
      warnings.addAll(rulers.warnings());
    }
    warnings.addAll(measured.warnings());
    List<Fact> facts = new ArrayList<>(taken.facts());
    facts.addAll(measured.environment());
    return new Measurements(series, measured.suspects(), measured.profiles(), facts, warnings);
  }
}
