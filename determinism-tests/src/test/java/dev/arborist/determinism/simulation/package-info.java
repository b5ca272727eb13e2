/** Workers, their clock and their crashes as one sequence that a seed replays. */
@NullMarked
package dev.arborist.determinism.simulation;

import org.jspecify.annotations.NullMarked;
