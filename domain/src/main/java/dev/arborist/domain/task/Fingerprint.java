package dev.arborist.domain.task;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Mixes values into 64 bits, in order; see {@link NewTask#fingerprint}. */
final class Fingerprint {

  private static final long ABSENT = 0x5DEECE66DL;

  private long state;

  void add(long value) {
    state = SplitMix.mix(state ^ SplitMix.mix(value));
  }

  void add(@Nullable String text) {
    if (text == null) {
      add(ABSENT);
      return;
    }
    add(text.length());
    for (int i = 0; i < text.length(); i++) {
      state = SplitMix.mix(state ^ text.charAt(i));
    }
  }

  void add(@Nullable Instant instant) {
    add(instant == null ? ABSENT : EpochMicros.of(instant));
  }

  void add(@Nullable Duration duration) {
    add(duration == null ? ABSENT : duration.toNanos());
  }

  long value() {
    return state;
  }
}
