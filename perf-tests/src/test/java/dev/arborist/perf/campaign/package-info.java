@NullMarked
package dev.arborist.perf.campaign;

import org.jspecify.annotations.NullMarked;
