/** How cost grows with size. */
@NullMarked
package dev.arborist.domain.validation.complexity;

import org.jspecify.annotations.NullMarked;
