package dev.arborist.application.port.out;

import dev.arborist.domain.validation.requirement.Requirement;
import java.util.List;

/** Where requirements are written. */
@FunctionalInterface
public interface RequirementSource {

  /**
   * The requirements in the order in which they are written.
   *
   * @throws dev.arborist.domain.validation.requirement.InvalidRequirementException naming file,
   *     line and what is allowed
   */
  List<Requirement> load();
}
