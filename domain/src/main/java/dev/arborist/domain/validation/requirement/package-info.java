/** Written requirements: what is measured and what limit it must keep. */
@NullMarked
package dev.arborist.domain.validation.requirement;

import org.jspecify.annotations.NullMarked;
