package dev.arborist.determinism.canary;

import dev.arborist.determinism.lab.Patch;
import dev.arborist.determinism.matrix.Circumstance;
import java.util.List;

/** Faults in what people are shown, which are planted together: each is another class. */
final class RenderingFaults {

  private static final String RENDER =
      "adapters-render/src/main/java/dev/arborist/adapters/render/";

  static final List<RenderingFault> ALL =
      List.of(
          new RenderingFault(
              "tasks in the order of an unordered set",
              Patch.of(
                  RENDER + "task/PlanText.java",
                  ": batches.get(i))",
                  ": java.util.Set.copyOf(batches.get(i)))"),
              "plan.txt",
              Circumstance.START),
          new RenderingFault(
              "statuses in the order of their hash codes",
              Patch.of(
                  RENDER + "task/StatisticsTable.java",
                  ": TaskStatus.values())",
                  ": new java.util.HashSet<>(java.util.List.of(TaskStatus.values())))"),
              "statistics.txt",
              Circumstance.HASH),
          new RenderingFault(
              "a number in the locale's digits",
              Patch.of(
                  RENDER + "export/HtmlHead.java",
                  "String.format(Locale.ROOT, \"%,d\", number)",
                  "String.format(\"%,d\", number)"),
              "tree-tree.html",
              Circumstance.LOCALE),
          new RenderingFault(
              "a time in the machine's zone",
              Patch.of(
                  RENDER + "tree/Times.java",
                  "LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC)",
                  "java.time.Instant.ofEpochSecond(seconds).atZone(java.time.ZoneId.systemDefault())"),
              "tree-timeline-NONE.txt",
              Circumstance.ZONE),
          new RenderingFault(
              "bytes in the machine's encoding, which JDK 17 takes when none is named",
              Patch.of(
                  RENDER + "export/Utf8Output.java",
                  "getBytes(StandardCharsets.UTF_8)",
                  "getBytes(java.nio.charset.Charset.forName(System.getProperty(\"native.encoding\")))"),
              "tree-tree.dot",
              Circumstance.ENCODING),
          new RenderingFault(
              "dependents in the order of a scan",
              Patch.of(
                  "adapters-sql/src/main/java/dev/arborist/adapters/sql/SqlReads.java",
                  " ORDER BY d.dependent",
                  ""),
              "cards.txt",
              Circumstance.SQLITE));

  private RenderingFaults() {}
}
