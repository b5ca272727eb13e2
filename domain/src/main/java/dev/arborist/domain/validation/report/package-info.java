/** Verdicts: requirements judged by measurements. */
@NullMarked
package dev.arborist.domain.validation.report;

import org.jspecify.annotations.NullMarked;
