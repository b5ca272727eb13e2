/** Trees as lines of text. */
@NullMarked
package dev.arborist.adapters.render.tree;

import org.jspecify.annotations.NullMarked;
