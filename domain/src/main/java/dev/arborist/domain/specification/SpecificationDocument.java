package dev.arborist.domain.specification;

import dev.arborist.domain.task.EpochMicros;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TextRules;
import java.time.Instant;

/**
 * One version of a JSON document that belongs to the work rather than to a run of it.
 *
 * @param namespace whose document it is, such as {@code task:17:technical_specs}
 * @param key which of them, such as {@code implementation_plan}
 * @param version 1 for the first, then one more each time; earlier versions stay
 * @param json the document, at most 1 MiB
 * @param createdAt when this version was stored
 * @param createdBy who stored it
 */
public record SpecificationDocument(
    String namespace, String key, int version, String json, Instant createdAt, String createdBy) {

  /**
   * Checks the names, the version and the length.
   *
   * @throws InvalidInputException naming what is empty, too long or malformed
   */
  public SpecificationDocument {
    TextRules.name("namespace", namespace);
    TextRules.name("key", key);
    TextRules.longText("document", json);
    createdAt = EpochMicros.keep("createdAt", createdAt);
    TextRules.name("author", createdBy);
    if (version < 1) {
      throw new InvalidInputException("the version is " + version + ": versions begin at 1");
    }
  }
}
