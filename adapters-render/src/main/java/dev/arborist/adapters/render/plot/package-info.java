/** Plots of numbers, as SVG and as text; they know nothing of requirements and verdicts. */
@NullMarked
package dev.arborist.adapters.render.plot;

import org.jspecify.annotations.NullMarked;
