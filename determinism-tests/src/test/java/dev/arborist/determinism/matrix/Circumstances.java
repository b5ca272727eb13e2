package dev.arborist.determinism.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/**
 * What this JVM notices of the cell that it runs in: a cell that is not what it is called would
 * prove nothing.
 */
final class Circumstances {

  static final String JDK = "JDK ";
  static final String LOCALE = "locale ";
  static final String ZONE = "zone ";
  static final String ENCODING = "encoding ";
  static final String CPUS = "cpus ";
  static final String CONSTANT_HASH = "constant identity hash ";
  static final String INTERPRETED = "interpreted ";
  static final String REVERSED = "reversed ";

  /** Set by the patched connections; see {@link Axis}. */
  static final String REVERSED_PROPERTY = "arborist.reversed";

  private Circumstances() {}

  static void print() {
    List<String> lines = new ArrayList<>();
    boolean constantHash = true;
    for (int i = 0; i < 10; i++) {
      constantHash &= System.identityHashCode(new Object()) == 1;
    }
    lines.add(JDK + Runtime.version().feature());
    lines.add(LOCALE + Locale.getDefault().toLanguageTag());
    lines.add(ZONE + TimeZone.getDefault().getID());
    lines.add(ENCODING + System.getProperty("native.encoding"));
    lines.add(CPUS + Runtime.getRuntime().availableProcessors());
    lines.add(CONSTANT_HASH + constantHash);
    lines.add(INTERPRETED + System.getProperty("java.vm.info", "").contains("interpreted"));
    lines.add(REVERSED + System.getProperty(REVERSED_PROPERTY, "0"));
    lines.forEach(System.out::println);
  }
}
