package dev.arborist.adapters.jmh.duet;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What of our JVM flags goes together with those that a benchmark's annotation asks for: theirs
 * come behind ours, but a JVM does not start with two collectors, or with a heap that begins larger
 * than it may become.
 */
final class OwnFlags {

  /** Flags that are about the same, so that ours give way to theirs. */
  private static final List<Pattern> SUBJECTS =
      List.of(
          Pattern.compile("-Xm[nsx].*|-XX:(Min|Max|Initial)?(Heap|New|RAM).*"),
          Pattern.compile("-XX:[+-]Use[A-Za-z0-9]+GC"));

  private OwnFlags() {}

  /** Our flags without those that theirs are about. */
  static List<String> beside(List<String> ours, List<String> theirs) {
    return ours.stream()
        .filter(
            our ->
                SUBJECTS.stream()
                    .filter(subject -> subject.matcher(our).matches())
                    .noneMatch(
                        subject ->
                            theirs.stream().anyMatch(their -> subject.matcher(their).matches())))
        .toList();
  }
}
