package dev.arborist.perf;

import dev.arborist.Arborist;
import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.adapters.render.tree.TextTree;
import dev.arborist.adapters.render.tree.TreeStyle;
import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Visibility;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The memory that a tree costs, measured in a JVM that does nothing else.
 *
 * <p>Prints {@code peakRss} (how far loading and rendering raises the process's resident memory at
 * its peak, in bytes), {@code retained} (live heap bytes a task of the loaded tree and its rows)
 * and {@code growth} (how much more is live after 100 further renders, in percent of what was live
 * before them).
 */
public final class MemoryProbe {

  private static final int WARM_UP_RENDERS = 20;
  private static final int RENDERS = 100;
  private static final int COLLECTIONS = 3;

  /** Enough trees are kept at a time that what they retain stands out. */
  private static final int TASKS_HELD = 50_000;

  private static final long PAGE_BYTES = 4096;

  private MemoryProbe() {}

  /** Measures the queue in the file that the first argument names. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (Arborist arborist = Arborist.open(Path.of(arguments[0]))) {
      TextTree renderer = new TextTree(TreeStyle.PLAIN.colours(ColourDepth.ANSI_16));
      long rssBefore = residentBytes("VmRSS:");
      TreeSnapshot snapshot = arborist.browser().snapshot(TreeView.TREE, TaskFilter.ALL);
      render(renderer, snapshot);
      long peak = residentBytes("VmHWM:") - rssBefore;
      print("peakRss", (double) Math.max(peak, PAGE_BYTES));
      print("retained", retained(arborist.browser()));

      renderOften(renderer, snapshot, WARM_UP_RENDERS);
      long early = liveBytes();
      renderOften(renderer, snapshot, RENDERS);
      long late = liveBytes();
      print("growth", Math.max(0, 100.0 * (late - early) / early));
    }
  }

  /** Live bytes a task of what a screen holds: the tree, its rows and its progress. */
  private static double retained(TaskBrowser browser) throws InterruptedException {
    List<Visibility> held = new ArrayList<>();
    long without = liveBytes();
    try {
      long tasks = 0;
      while (tasks < TASKS_HELD) {
        Visibility visibility = new Visibility(browser.tree(TreeView.TREE));
        visibility.tree().rollUp();
        held.add(visibility);
        tasks += visibility.tree().size();
      }
      long retained = liveBytes() - without;
      if (retained <= 0) {
        throw new IllegalStateException(
            "the heap shrank by " + -retained + " B while trees were kept");
      }
      return (double) retained / tasks;
    } finally {
      Reference.reachabilityFence(held);
    }
  }

  private static void renderOften(TextTree renderer, TreeSnapshot snapshot, int times)
      throws IOException {
    for (int i = 0; i < times; i++) {
      render(renderer, snapshot);
    }
  }

  private static void render(TextTree renderer, TreeSnapshot snapshot) throws IOException {
    renderer.render(
        snapshot.visibility(),
        snapshot.labels(),
        0,
        Integer.MAX_VALUE,
        OutputStream.nullOutputStream());
  }

  private static long liveBytes() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < COLLECTIONS; i++) {
      runtime.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void print(String metric, double value) {
    System.out.println(metric + " " + value);
  }

  /** From Linux's account of this process; the line is in kB of 1,024 bytes. */
  private static long residentBytes(String field) throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.US_ASCII);
    for (String line : lines) {
      if (line.startsWith(field)) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
      }
    }
    throw new IOException("/proc/self/status has no line " + field);
  }
}
