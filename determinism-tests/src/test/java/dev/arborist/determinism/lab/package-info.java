/** What the experiments share: fresh JVMs, patched sources, and the report. */
@NullMarked
package dev.arborist.determinism.lab;

import org.jspecify.annotations.NullMarked;
