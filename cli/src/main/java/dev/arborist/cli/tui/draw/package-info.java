/** What is drawn on and with: the screen, its parts, its colours and marks. */
@NullMarked
package dev.arborist.cli.tui.draw;

import org.jspecify.annotations.NullMarked;
