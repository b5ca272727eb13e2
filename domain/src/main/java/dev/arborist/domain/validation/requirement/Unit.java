package dev.arborist.domain.validation.requirement;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The units that limits are written in and values are shown in; decimal throughout. */
public enum Unit {
  /** Nanoseconds. */
  NANOSECONDS("ns", Dimension.TIME, 1),
  /** Microseconds. */
  MICROSECONDS("us", Dimension.TIME, 1e3),
  /** Milliseconds. */
  MILLISECONDS("ms", Dimension.TIME, 1e6),
  /** Seconds. */
  SECONDS("s", Dimension.TIME, 1e9),
  /** Bytes. */
  BYTES("B", Dimension.SIZE, 1),
  /** 1,000 bytes. */
  KILOBYTES("kB", Dimension.SIZE, 1e3),
  /** 1,000,000 bytes. */
  MEGABYTES("MB", Dimension.SIZE, 1e6),
  /** 1,000,000,000 bytes. */
  GIGABYTES("GB", Dimension.SIZE, 1e9),
  /** Operations a nanosecond. */
  PER_NANOSECOND("ops/ns", Dimension.RATE, 1e9),
  /** Operations a microsecond. */
  PER_MICROSECOND("ops/us", Dimension.RATE, 1e6),
  /** Operations a millisecond. */
  PER_MILLISECOND("ops/ms", Dimension.RATE, 1e3),
  /** Operations a second. */
  PER_SECOND("ops/s", Dimension.RATE, 1),
  /** Operations a minute. */
  PER_MINUTE("ops/min", Dimension.RATE, 1 / 60.0),
  /** Hundredths of a whole. */
  PERCENT("%", Dimension.SHARE, 1),
  /** No unit. */
  NONE("", Dimension.NUMBER, 1);

  private final String symbol;
  private final Dimension dimension;
  private final double factor;

  Unit(String symbol, Dimension dimension, double factor) {
    this.symbol = symbol;
    this.dimension = dimension;
    this.factor = factor;
  }

  /** The symbol as it is written behind a number. */
  public String symbol() {
    return symbol;
  }

  /** What it measures. */
  public Dimension dimension() {
    return dimension;
  }

  /** How many of the dimension's kept unit one of these is. */
  public double factor() {
    return factor;
  }

  /** The unit with this symbol. */
  public static Optional<Unit> ofSymbol(String symbol) {
    return Arrays.stream(values()).filter(unit -> unit.symbol.equals(symbol)).findFirst();
  }

  /** All symbols, for messages. */
  public static String symbols() {
    return Arrays.stream(values())
        .map(Unit::symbol)
        .filter(symbol -> !symbol.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
