/** The worker: claims tasks, runs a program for each and tells the queue what came of it. */
@NullMarked
package dev.arborist.cli.work;

import org.jspecify.annotations.NullMarked;
