package dev.arborist.adapters.render.task;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.domain.specification.SpecificationDocument;
import java.util.List;
import java.util.function.Function;

/** Documents as lines: namespace, key, version, when and by whom. */
public final class SpecificationList {

  private SpecificationList() {}

  /** The lines, each ended by a line break; empty for no documents. */
  public static String render(List<SpecificationDocument> documents) {
    int namespaces = width(documents, SpecificationDocument::namespace);
    int keys = width(documents, SpecificationDocument::key);
    int versions = width(documents, SpecificationList::version);
    StringBuilder text = new StringBuilder();
    for (SpecificationDocument document : documents) {
      column(document.namespace(), namespaces, text);
      column(document.key(), keys, text);
      column(version(document), versions, text);
      text.append(document.createdAt()).append(" by ");
      text.append(SafeText.of(document.createdBy())).append('\n');
    }
    return text.toString();
  }

  private static String version(SpecificationDocument document) {
    return "version " + document.version();
  }

  private static int width(
      List<SpecificationDocument> documents, Function<SpecificationDocument, String> column) {
    return documents.stream()
        .mapToInt(document -> SafeText.of(column.apply(document)).width())
        .max()
        .orElse(0);
  }

  private static void column(String value, int width, StringBuilder text) {
    SafeText safe = SafeText.of(value);
    text.append(safe).append(" ".repeat(width - safe.width() + 2));
  }
}
