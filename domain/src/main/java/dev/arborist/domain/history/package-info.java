/** What has happened to tasks: one event for each transition. */
@NullMarked
package dev.arborist.domain.history;

import org.jspecify.annotations.NullMarked;
