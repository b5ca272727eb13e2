package dev.arborist.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.arborist.adapters.files.planted.KnowsAnotherAdapter;
import dev.arborist.adapters.postgres.planted.KnowsSqlite;
import dev.arborist.adapters.render.planted.KnowsAService;
import dev.arborist.adapters.render.planted.KnowsJmh;
import dev.arborist.adapters.render.planted.KnowsSql;
import dev.arborist.adapters.render.planted.PrintsToTheConsole;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.adapters.sqlite.planted.CommitsByTheDriver;
import dev.arborist.adapters.sqlite.planted.KnowsPostgres;
import dev.arborist.adapters.sqlite.planted.LeavesAutocommit;
import dev.arborist.adapters.sqlite.planted.OpensTheDatabaseFile;
import dev.arborist.application.planted.KnowsAnAdapter;
import dev.arborist.application.port.in.planted.PortKnowsAService;
import dev.arborist.cli.planted.KnowsJline;
import dev.arborist.domain.planted.OpensAFile;
import dev.arborist.domain.planted.ReadsTheClock;
import dev.arborist.domain.planted.UsesAHashMap;
import dev.arborist.domain.planted.UsesTheDefaultLocale;
import dev.arborist.domain.planted.a.NeedsB;
import dev.arborist.domain.planted.b.NeedsA;
import dev.arborist.domain.task.KnowsValidation;
import dev.arborist.domain.validation.planted.KnowsTasks;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule rejects a class that was written to break it. */
class PlantedViolationsTest {

  static Stream<Arguments> violations() {
    return Stream.of(
        violation(HouseRules.DOMAIN_IS_PURE, OpensAFile.class),
        violation(HouseRules.VALIDATION_KNOWS_NO_TASKS, KnowsTasks.class),
        violation(HouseRules.TASKS_KNOW_NO_VALIDATION, KnowsValidation.class),
        violation(HouseRules.PACKAGES_FORM_NO_CYCLES, NeedsA.class, NeedsB.class),
        violation(HouseRules.APPLICATION_KNOWS_THE_DOMAIN_ALONE, KnowsAnAdapter.class),
        violation(HouseRules.PORTS_KNOW_NO_SERVICE, PortKnowsAService.class),
        violation(
            HouseRules.ADAPTERS_DO_NOT_KNOW_EACH_OTHER, KnowsAnotherAdapter.class, SafeText.class),
        violation(HouseRules.ADAPTERS_KNOW_NO_SERVICE, KnowsAService.class),
        violation(HouseRules.NO_HIDDEN_INPUTS, ReadsTheClock.class),
        violation(HouseRules.NO_HIDDEN_INPUTS, UsesTheDefaultLocale.class),
        violation(HouseRules.NO_UNDEFINED_ORDER, UsesAHashMap.class),
        violation(HouseRules.SQL_STAYS_IN_THE_STORE, KnowsSql.class),
        violation(HouseRules.SQLITE_STAYS_IN_ITS_STORE, KnowsSqlite.class),
        violation(HouseRules.POSTGRES_STAYS_IN_ITS_STORE, KnowsPostgres.class),
        violation(HouseRules.TRANSACTIONS_ARE_BEGUN_AND_ENDED_BY_SQL, CommitsByTheDriver.class),
        violation(HouseRules.ONLY_A_SESSION_LEAVES_AUTOCOMMIT, LeavesAutocommit.class),
        violation(HouseRules.JMH_STAYS_IN_ITS_ADAPTER, KnowsJmh.class),
        violation(HouseRules.JLINE_STAYS_IN_THE_TERMINAL, KnowsJline.class),
        violation(HouseRules.ONLY_THE_CLI_TALKS_AND_EXITS, PrintsToTheConsole.class),
        violation(HouseRules.NOBODY_ELSE_OPENS_THE_DATABASE_FILE, OpensTheDatabaseFile.class));
  }

  private static Arguments violation(ArchRule rule, Class<?>... planted) {
    return Arguments.of(rule, planted);
  }

  @ParameterizedTest
  @MethodSource("violations")
  void aPlantedViolationIsRejected(ArchRule rule, Class<?>[] planted) {
    JavaClasses classes = new ClassFileImporter().importClasses(planted);
    assertTrue(rule.evaluate(classes).hasViolation(), rule.getDescription());
  }
}
