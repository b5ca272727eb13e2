package dev.arborist.cli.tui.rows;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.Labels;
import dev.arborist.domain.tree.TaskTree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the labels of what was shown last: a step of the cursor reads the one row that is new.
 *
 * <p>When labels cannot be read, others stand in for them, and nothing is tried again before a
 * second is over or there is another tree: a store that is locked makes every read wait.
 *
 * <p>A summary that changes is another revision of the queue, so it is read with the next tree. Not
 * safe for use by several threads.
 */
public final class LabelCache implements LabelSource {

  private static final int KEPT_MAX = 4096;
  private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final byte[] GONE = new byte[0];
  private static final byte[] UNREADABLE = "(cannot be read)".getBytes(StandardCharsets.UTF_8);

  private final LabelSource source;
  private final LongSupplier nanos;
  private final Map<Integer, byte[]> kept = new LinkedHashMap<>();
  private @Nullable TaskTree of;

  private boolean failed;
  private long failedAtNanos;

  public LabelCache(LabelSource source, LongSupplier nanos) {
    this.source = source;
    this.nanos = nanos;
  }

  @Override
  public Labels read(TaskTree tree, int[] nodes, int count) {
    fetch(tree, nodes, count);
    int[] starts = new int[count];
    int[] lengths = new int[count];
    int end = 0;
    for (int i = 0; i < count; i++) {
      starts[i] = end;
      byte[] label = label(nodes[i]);
      lengths[i] = label == GONE ? Labels.GONE : label.length;
      end += label.length;
    }
    byte[] bytes = new byte[end];
    for (int i = 0; i < count; i++) {
      byte[] label = label(nodes[i]);
      System.arraycopy(label, 0, bytes, starts[i], label.length);
    }
    return new Labels(bytes, starts, lengths);
  }

  private byte[] label(int node) {
    return kept.getOrDefault(node, failed ? UNREADABLE : GONE);
  }

  /** Reads those of some nodes that are not kept, all at once. */
  public void fetch(TaskTree tree, int[] nodes) {
    fetch(tree, nodes, nodes.length);
  }

  private void fetch(TaskTree tree, int[] nodes, int count) {
    if (of != tree || kept.size() + count > KEPT_MAX) {
      failed &= of == tree;
      kept.clear();
      of = tree;
    }
    int[] missing = new int[count];
    int missed = 0;
    for (int i = 0; i < count; i++) {
      if (!tree.isGroup(nodes[i]) && !kept.containsKey(nodes[i])) {
        missing[missed++] = nodes[i];
      }
    }
    if (missed == 0 || rests()) {
      return;
    }
    Labels labels;
    try {
      labels = source.read(tree, missing, missed);
    } catch (StorageException e) {
      failed = true; // the rows stay, and the next look at the queue tells why
      failedAtNanos = nanos.getAsLong();
      return;
    }
    failed = false;
    for (int i = 0; i < missed; i++) {
      int start = labels.starts()[i];
      int length = labels.lengths()[i];
      kept.put(
          missing[i],
          length == Labels.GONE ? GONE : Arrays.copyOfRange(labels.bytes(), start, start + length));
    }
  }

  private boolean rests() {
    return failed && nanos.getAsLong() - failedAtNanos < REST_NANOS;
  }
}
