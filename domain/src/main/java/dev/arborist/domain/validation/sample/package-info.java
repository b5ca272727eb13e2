/** Measurements as they were taken: values by launch and iteration. */
@NullMarked
package dev.arborist.domain.validation.sample;

import org.jspecify.annotations.NullMarked;
