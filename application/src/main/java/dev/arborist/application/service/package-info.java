/** The use cases, package-private behind one assembler. */
@NullMarked
package dev.arborist.application.service;

import org.jspecify.annotations.NullMarked;
