package dev.arborist.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;

/** The rules of the house on everything that ships. */
@AnalyzeClasses(
    packages = "dev.arborist",
    importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

  /** Tests of another module are a directory while it is tested, and a jar once it is packaged. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  @ArchTest static final ArchRule PURE = HouseRules.DOMAIN_IS_PURE;
  @ArchTest static final ArchRule VALIDATION = HouseRules.VALIDATION_KNOWS_NO_TASKS;
  @ArchTest static final ArchRule TASKS = HouseRules.TASKS_KNOW_NO_VALIDATION;
  @ArchTest static final ArchRule CYCLES = HouseRules.PACKAGES_FORM_NO_CYCLES;
  @ArchTest static final ArchRule APPLICATION = HouseRules.APPLICATION_KNOWS_THE_DOMAIN_ALONE;
  @ArchTest static final ArchRule PORTS = HouseRules.PORTS_KNOW_NO_SERVICE;
  @ArchTest static final ArchRule ADAPTERS = HouseRules.ADAPTERS_DO_NOT_KNOW_EACH_OTHER;
  @ArchTest static final ArchRule SERVICES = HouseRules.ADAPTERS_KNOW_NO_SERVICE;
  @ArchTest static final ArchRule INPUTS = HouseRules.NO_HIDDEN_INPUTS;
  @ArchTest static final ArchRule ORDER = HouseRules.NO_UNDEFINED_ORDER;
  @ArchTest static final ArchRule SQL = HouseRules.SQL_STAYS_IN_THE_STORE;
  @ArchTest static final ArchRule SQLITE = HouseRules.SQLITE_STAYS_IN_ITS_STORE;
  @ArchTest static final ArchRule POSTGRES = HouseRules.POSTGRES_STAYS_IN_ITS_STORE;
  @ArchTest static final ArchRule TRANSACTIONS = HouseRules.TRANSACTIONS_ARE_BEGUN_AND_ENDED_BY_SQL;

  @ArchTest static final ArchRule AUTOCOMMIT = HouseRules.ONLY_A_SESSION_LEAVES_AUTOCOMMIT;
  @ArchTest static final ArchRule JMH = HouseRules.JMH_STAYS_IN_ITS_ADAPTER;
  @ArchTest static final ArchRule JLINE = HouseRules.JLINE_STAYS_IN_THE_TERMINAL;
  @ArchTest static final ArchRule CONSOLE = HouseRules.ONLY_THE_CLI_TALKS_AND_EXITS;
  @ArchTest static final ArchRule FILES = HouseRules.NOBODY_ELSE_OPENS_THE_DATABASE_FILE;

  /** A rule about classes that were not imported holds whatever they do. */
  @ArchTest
  static void everyModuleWasImported(JavaClasses classes) {
    Map<String, Integer> least =
        Map.ofEntries(
            Map.entry("dev.arborist.domain.task", 15),
            Map.entry("dev.arborist.domain.tree", 5),
            Map.entry("dev.arborist.domain.validation", 15),
            Map.entry("dev.arborist.application.port", 12),
            Map.entry("dev.arborist.application.service", 6),
            Map.entry("dev.arborist.adapters.sql", 20),
            Map.entry("dev.arborist.adapters.sqlite", 10),
            Map.entry("dev.arborist.adapters.postgres", 10),
            Map.entry("dev.arborist.adapters.render", 10),
            Map.entry("dev.arborist.adapters.files", 8),
            Map.entry("dev.arborist.adapters.jmh", 5),
            Map.entry("dev.arborist.turns", 4),
            Map.entry("dev.arborist.cli", 15));
    least.forEach(
        (name, count) -> {
          long imported =
              classes.stream().filter(type -> type.getPackageName().startsWith(name)).count();
          assertTrue(imported >= count, name + " has only " + imported + " classes");
        });
  }
}
