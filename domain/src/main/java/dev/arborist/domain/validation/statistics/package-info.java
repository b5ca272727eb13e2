/** Statistical methods, one a file, each naming its source. */
@NullMarked
package dev.arborist.domain.validation.statistics;

import org.jspecify.annotations.NullMarked;
