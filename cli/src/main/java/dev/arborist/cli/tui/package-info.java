/** The terminal UI: keys in, frames out, around one session that knows no terminal. */
@NullMarked
package dev.arborist.cli.tui;

import org.jspecify.annotations.NullMarked;
