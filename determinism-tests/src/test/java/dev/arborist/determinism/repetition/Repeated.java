package dev.arborist.determinism.repetition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that is run {@code -Drepeat.count} times, ten by default, until one repetition fails.
 *
 * <p>Nothing is ever tried again: a repetition that fails fails the build.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(RepetitionExtension.class)
@interface Repeated {}
