package dev.arborist.adapters.render.tree;

/**
 * How a tree is written.
 *
 * @param colour whether statuses are coloured by ANSI sequences
 * @param ascii whether guides and icons keep to ASCII; texts are UTF-8 in either case
 * @param width the columns that no line exceeds; 0 for as many as it takes
 */
public record TreeStyle(boolean colour, boolean ascii, int width) {

  /** No colours, no limit. */
  public static final TreeStyle PLAIN = new TreeStyle(false, false, 0);
}
