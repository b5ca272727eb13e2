package dev.arborist.application.port.in;

import dev.arborist.domain.specification.SpecificationDocument;
import dev.arborist.domain.task.TextRules;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON documents that belong to the work, such as plans and requirements, by namespace, key and
 * version. Storing never replaces: it adds a version.
 *
 * <p>Safe for use by several threads. Any call may throw {@code StorageException} when the store
 * fails.
 */
public interface Specifications {

  /** The longest document, in bytes of UTF-8. */
  int DOCUMENT_BYTES_MAX = TextRules.TEXT_BYTES_MAX;

  /**
   * Stores the next version of a document.
   *
   * @return the document with its version
   * @throws dev.arborist.domain.task.InvalidInputException when the text is not JSON, or a name is
   *     malformed
   */
  SpecificationDocument put(String namespace, String key, String json);

  /**
   * A document.
   *
   * @param version which version; null for the latest
   */
  Optional<SpecificationDocument> get(String namespace, String key, @Nullable Integer version);

  /**
   * The latest versions, by namespace and key.
   *
   * @param namespace only of this namespace; null for all
   */
  List<SpecificationDocument> list(@Nullable String namespace);
}
