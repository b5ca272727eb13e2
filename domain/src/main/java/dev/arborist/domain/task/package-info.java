/** Tasks, their statuses and the rules by which they change. */
@NullMarked
package dev.arborist.domain.task;

import org.jspecify.annotations.NullMarked;
