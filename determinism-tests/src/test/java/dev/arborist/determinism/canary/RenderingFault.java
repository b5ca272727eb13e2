package dev.arborist.determinism.canary;

import dev.arborist.determinism.lab.Patch;
import dev.arborist.determinism.matrix.Circumstance;

/**
 * A fault that is planted in what the product shows.
 *
 * @param name what is wrong with the product then
 * @param patch how that comes about
 * @param artefact what differs then
 * @param circumstance when that alone is another
 */
record RenderingFault(String name, Patch patch, String artefact, Circumstance circumstance) {

  @Override
  public String toString() {
    return name;
  }
}
