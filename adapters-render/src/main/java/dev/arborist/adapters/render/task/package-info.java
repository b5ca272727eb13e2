/** Single tasks and lists of tasks as text. */
@NullMarked
package dev.arborist.adapters.render.task;

import org.jspecify.annotations.NullMarked;
