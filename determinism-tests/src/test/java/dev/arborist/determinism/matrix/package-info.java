/** Everything that the product writes, made in many fresh JVMs under different circumstances. */
@NullMarked
package dev.arborist.determinism.matrix;

import org.jspecify.annotations.NullMarked;
