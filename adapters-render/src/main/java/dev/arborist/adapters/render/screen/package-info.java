/** The cells of a terminal's screen, and the fewest bytes that lead from one screen to the next. */
@NullMarked
package dev.arborist.adapters.render.screen;

import org.jspecify.annotations.NullMarked;
