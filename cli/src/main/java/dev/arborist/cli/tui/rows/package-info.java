/** The rows of a tree on a screen: how they are written, and where each stands. */
@NullMarked
package dev.arborist.cli.tui.rows;

import org.jspecify.annotations.NullMarked;
