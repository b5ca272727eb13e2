package dev.arborist.determinism.canary;

import dev.arborist.determinism.lab.Experiment;
import dev.arborist.determinism.lab.Patch;

/**
 * A fault that is planted in the product, and the experiment that must find it.
 *
 * @param name what is wrong with the product then
 * @param patch how that comes about
 * @param finder the experiment
 * @param told a regular expression that is found in what the experiment says then: another find may
 *     be about what the patch broke besides
 */
record Canary(String name, Patch patch, Class<? extends Experiment> finder, String told) {

  @Override
  public String toString() {
    return name;
  }
}
