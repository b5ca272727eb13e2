/** What readers ask of the queue, and what they are told. */
@NullMarked
package dev.arborist.domain.query;

import org.jspecify.annotations.NullMarked;
