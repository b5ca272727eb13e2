package dev.arborist.domain.priority;

/** Priorities in hundredths of a point, 0 to 10000, and how people read them. */
public final class Priority {

  /** The highest priority, and the highest score of each of its parts. */
  public static final int MAX = 10_000;

  private static final int HUNDREDTHS_PER_TENTH = 10;

  private Priority() {}

  /** The tenths of a point that people are shown, rounded half to even. */
  public static int tenths(int hundredths) {
    return divideHalfEven(hundredths, HUNDREDTHS_PER_TENTH);
  }

  /** The priority as people read it, such as {@code 52.5}. */
  public static String format(int hundredths) {
    int tenths = tenths(hundredths);
    return tenths / 10 + "." + tenths % 10;
  }

  static int divideHalfEven(int value, int divisor) {
    int quotient = value / divisor;
    int twice = value % divisor * 2;
    boolean up = twice > divisor || (twice == divisor && (quotient & 1) == 1);
    return up ? quotient + 1 : quotient;
  }
}
