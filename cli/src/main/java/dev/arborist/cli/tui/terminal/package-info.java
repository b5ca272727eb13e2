/**
 * The terminal itself: its size, its modes, its bytes, and how it is given back whatever happens.
 */
@NullMarked
package dev.arborist.cli.tui.terminal;

import org.jspecify.annotations.NullMarked;
