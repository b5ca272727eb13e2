/** Whether memory, or anything else that is counted, is lost with every operation. */
@NullMarked
package dev.arborist.domain.validation.leak;

import org.jspecify.annotations.NullMarked;
