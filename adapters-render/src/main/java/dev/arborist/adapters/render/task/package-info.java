/** Tasks, and what a queue tells about them, as text. */
@NullMarked
package dev.arborist.adapters.render.task;

import org.jspecify.annotations.NullMarked;
