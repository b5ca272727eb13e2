package dev.arborist.adapters.render.plot;

import java.util.List;

/** Where values stand along a side of a plot. */
interface Axis {

  /**
   * A mark on an axis.
   *
   * @param at where it stands, in the unit of coordinates
   * @param label its value with its unit
   */
  record Tick(double at, String label) {}

  /** Where a value stands, in the unit of coordinates. */
  double at(double value);

  /** The marks, in the order of their values. */
  List<Tick> ticks();
}
