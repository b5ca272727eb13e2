/** What keeps a queue small and sound: pruning and examination. */
@NullMarked
package dev.arborist.domain.upkeep;

import org.jspecify.annotations.NullMarked;
