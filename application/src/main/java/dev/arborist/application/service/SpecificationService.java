package dev.arborist.application.service;

import dev.arborist.application.port.in.Specifications;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.domain.specification.SpecificationDocument;
import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.TextRules;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Documents beside the tasks. */
final class SpecificationService implements Specifications {

  private final TaskStore store;
  private final InstantSource clock;
  private final String actor;

  SpecificationService(TaskStore store, InstantSource clock, String actor) {
    this.store = store;
    this.clock = clock;
    this.actor = TextRules.actor(actor);
  }

  @Override
  public SpecificationDocument put(String namespace, String key, String json) {
    return store.write(
        tx -> {
          Instant now = EpochMicros.truncate(clock.instant());
          int version =
              tx.findSpecification(namespace, key, null)
                  .map(latest -> latest.version() + 1)
                  .orElse(1);
          SpecificationDocument document =
              new SpecificationDocument(namespace, key, version, json, now, actor);
          tx.insertSpecification(document);
          return document;
        });
  }

  @Override
  public Optional<SpecificationDocument> get(
      String namespace, String key, @Nullable Integer version) {
    return store.read(tx -> tx.findSpecification(namespace, key, version));
  }

  @Override
  public List<SpecificationDocument> list(@Nullable String namespace) {
    return store.read(tx -> tx.listSpecifications(namespace));
  }
}
