/** Files that are damaged, cut off or not ours. */
@NullMarked
package dev.arborist.determinism.hostile;

import org.jspecify.annotations.NullMarked;
