package dev.arborist.determinism.canary;

import dev.arborist.determinism.lab.Patch;
import dev.arborist.determinism.matrix.MatrixExperiment;
import java.util.List;

/** Faults in what people are shown. */
final class RenderingFaults {

  private static final String RENDER =
      "adapters-render/src/main/java/dev/arborist/adapters/render/";

  static final List<Canary> ALL =
      List.of(
          new Canary(
              "tasks in the order of an unordered set",
              Patch.of(
                  RENDER + "task/PlanText.java",
                  ": batches.get(i))",
                  ": java.util.Set.copyOf(batches.get(i)))"),
              MatrixExperiment.class),
          new Canary(
              "statuses in the order of their hash codes",
              Patch.of(
                  RENDER + "task/StatisticsTable.java",
                  ": TaskStatus.values())",
                  ": new java.util.HashSet<>(java.util.List.of(TaskStatus.values())))"),
              MatrixExperiment.class),
          new Canary(
              "a number in the locale's digits",
              Patch.of(
                  RENDER + "export/HtmlHead.java",
                  "String.format(Locale.ROOT, \"%,d\", number)",
                  "String.format(\"%,d\", number)"),
              MatrixExperiment.class),
          new Canary(
              "a time in the machine's zone",
              Patch.of(
                  RENDER + "tree/Times.java",
                  "LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC)",
                  "java.time.Instant.ofEpochSecond(seconds).atZone(java.time.ZoneId.systemDefault())"),
              MatrixExperiment.class),
          new Canary(
              "bytes in the machine's encoding, which JDK 17 takes when none is named",
              Patch.of(
                  RENDER + "export/Utf8Output.java",
                  "getBytes(StandardCharsets.UTF_8)",
                  "getBytes(java.nio.charset.Charset.forName(System.getProperty(\"native.encoding\")))"),
              MatrixExperiment.class));

  private RenderingFaults() {}
}
