package dev.arborist.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"arborist " + orElse("(not built as a jar)")};
  }

  /** The version, or something else where it is not known. */
  static String orElse(String unknown) {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? unknown : version;
  }
}
