/** The tree of tasks as primitive arrays, and what of it is visible. */
@NullMarked
package dev.arborist.domain.tree;

import org.jspecify.annotations.NullMarked;
