package dev.arborist.cli.tui.rows;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.Labels;
import dev.arborist.domain.tree.TaskTree;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the labels of what was shown last: a step of the cursor reads the one row that is new.
 *
 * <p>When labels cannot be read, others stand in for them, and nothing is tried again before {@link
 * #REST} is over or there is another tree: a store that is locked makes every read wait.
 *
 * <p>A summary that changes is another revision of the queue, so it is read with the next tree. Not
 * safe for use by several threads.
 */
public final class LabelCache implements LabelSource {

  private static final int KEPT_MAX = 4096;
  private static final Duration REST = Duration.ofSeconds(1);
  private static final byte[] GONE = new byte[0];
  private static final byte[] UNREADABLE = "(cannot be read)".getBytes(StandardCharsets.UTF_8);

  private final LabelSource source;
  private final InstantSource clock;
  private final Map<Integer, byte[]> kept = new LinkedHashMap<>();
  private @Nullable TaskTree of;

  /** When labels could not be read last; null when the last read has succeeded. */
  private @Nullable Instant failedAt;

  public LabelCache(LabelSource source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
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
    return kept.getOrDefault(node, failedAt != null ? UNREADABLE : GONE);
  }

  /** Reads those of some nodes that are not kept, all at once. */
  public void fetch(TaskTree tree, int[] nodes) {
    fetch(tree, nodes, nodes.length);
  }

  private void fetch(TaskTree tree, int[] nodes, int count) {
    if (of != tree || kept.size() + count > KEPT_MAX) {
      failedAt = of != tree ? null : failedAt;
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
      failedAt = clock.instant(); // the rows stay, and the next look at the queue tells why
      return;
    }
    failedAt = null;
    for (int i = 0; i < missed; i++) {
      int start = labels.starts()[i];
      int length = labels.lengths()[i];
      kept.put(
          missing[i],
          length == Labels.GONE ? GONE : Arrays.copyOfRange(labels.bytes(), start, start + length));
    }
  }

  /** A clock that was set back ends the rest. */
  private boolean rests() {
    Instant now = clock.instant();
    return failedAt != null && !now.isBefore(failedAt) && now.isBefore(failedAt.plus(REST));
  }
}
