package dev.arborist.adapters.render.text;

/** How many colours a terminal shows. */
public enum ColourDepth {
  /** No sequence at all. */
  NONE,
  /** The sixteen that every colour terminal has, as its user chose them. */
  ANSI_16,
  /** The fixed palette of xterm. */
  ANSI_256,
  /** Red, green and blue of 8 bits each. */
  TRUECOLOR
}
