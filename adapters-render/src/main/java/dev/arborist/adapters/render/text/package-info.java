/** Texts that are safe to show, and how wide they are. */
@NullMarked
package dev.arborist.adapters.render.text;

import org.jspecify.annotations.NullMarked;
