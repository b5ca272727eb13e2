/** Prerequisites: the graph they form, its order and its cycles. */
@NullMarked
package dev.arborist.domain.dependency;

import org.jspecify.annotations.NullMarked;
