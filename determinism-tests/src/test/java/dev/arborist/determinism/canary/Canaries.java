package dev.arborist.determinism.canary;

import java.util.List;
import java.util.stream.Stream;

/**
 * All faults that are planted one by one. A new one is an entry of one of these lists, or of {@link
 * RenderingFaults}.
 */
final class Canaries {

  static final List<Canary> ALL =
      Stream.of(QueueFaults.ALL, StorageFaults.ALL, PostgresFaults.ALL, InputFaults.ALL)
          .flatMap(List::stream)
          .toList();

  private Canaries() {}
}
