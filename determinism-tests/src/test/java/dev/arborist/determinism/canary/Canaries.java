package dev.arborist.determinism.canary;

import java.util.List;
import java.util.stream.Stream;

/** All faults. A new one is an entry of one of these lists. */
final class Canaries {

  static final List<Canary> ALL =
      Stream.of(QueueFaults.ALL, StorageFaults.ALL, RenderingFaults.ALL, InputFaults.ALL)
          .flatMap(List::stream)
          .toList();

  private Canaries() {}
}
