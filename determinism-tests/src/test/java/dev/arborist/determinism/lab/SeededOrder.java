package dev.arborist.determinism.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/**
 * Another order of classes and tests in every run, lest one depends on another; its seed is printed
 * and can be given. Classes that must not be left for the end come first.
 */
public final class SeededOrder implements ClassOrderer, MethodOrderer {

  private static final long SEED = Long.getLong(Lab.ORDER_SEED, System.nanoTime() & 0xFFFF_FFFFL);

  static {
    System.out.println(
        "Tests run in an order of their own: -D" + Lab.ORDER_SEED + "=" + SEED + " repeats it.");
  }

  /** Used by JUnit, as its configuration says. */
  public SeededOrder() {}

  @Override
  public void orderClasses(ClassOrdererContext context) {
    shuffle(
        context.getClassDescriptors(), Comparator.comparing(one -> one.getTestClass().getName()));
    context
        .getClassDescriptors()
        .sort(Comparator.comparing(one -> !one.isAnnotated(BeginsEarly.class)));
  }

  @Override
  public void orderMethods(MethodOrdererContext context) {
    shuffle(
        context.getMethodDescriptors(),
        Comparator.comparing(one -> one.getMethod().toGenericString()));
  }

  /** From an order that does not depend on how they were found. */
  private static <T> void shuffle(List<T> all, Comparator<T> byName) {
    List<T> sorted = new ArrayList<>(all);
    sorted.sort(byName);
    Collections.shuffle(sorted, new java.util.Random(SEED));
    for (int i = 0; i < sorted.size(); i++) {
      all.set(i, sorted.get(i));
    }
  }
}
