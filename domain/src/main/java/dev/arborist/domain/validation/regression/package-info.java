/** Whether benchmarks became slower: launches compared with the launches of a baseline. */
@NullMarked
package dev.arborist.domain.validation.regression;

import org.jspecify.annotations.NullMarked;
