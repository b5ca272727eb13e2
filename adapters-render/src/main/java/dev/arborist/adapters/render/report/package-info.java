/** Verdicts as reports. */
@NullMarked
package dev.arborist.adapters.render.report;

import org.jspecify.annotations.NullMarked;
