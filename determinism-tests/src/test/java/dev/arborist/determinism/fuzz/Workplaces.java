package dev.arborist.determinism.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** A workplace for each start, made when it is needed; for one thread. */
final class Workplaces implements AutoCloseable {

  private final Path directory;
  private final Template template;
  private final Map<FuzzCase.Start, Workplace> places = new EnumMap<>(FuzzCase.Start.class);

  Workplaces(Path directory, Template template) {
    this.directory = directory;
    this.template = template;
  }

  /** The place of cases that begin so. */
  Workplace at(FuzzCase.Start start) throws IOException {
    Workplace place = places.get(start);
    if (place == null) {
      place = new Workplace(directory.resolve(start.name()), template, start);
      places.put(start, place);
    }
    return place;
  }

  @Override
  public void close() {
    places.values().forEach(Workplace::close);
  }
}
