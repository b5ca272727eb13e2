package dev.arborist.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of the house; each has a planted violation that it must reject. */
final class HouseRules {

  private static final String DOMAIN = "dev.arborist.domain..";
  private static final String VALIDATION = "dev.arborist.domain.validation..";
  private static final String APPLICATION = "dev.arborist.application..";
  private static final String PORT = "dev.arborist.application.port..";
  private static final String SERVICE = "dev.arborist.application.service..";
  private static final String SQL = "dev.arborist.adapters.sql..";
  private static final String POSTGRES = "dev.arborist.adapters.postgres..";
  private static final String SQLITE = "dev.arborist.adapters.sqlite..";
  private static final String RENDER = "dev.arborist.adapters.render..";
  private static final String FILES = "dev.arborist.adapters.files..";
  private static final String JMH = "dev.arborist.adapters.jmh..";
  private static final String TURNS = "dev.arborist.turns..";
  private static final String CLI = "dev.arborist.cli..";
  private static final String TERMINAL = "dev.arborist.cli.tui.terminal..";
  private static final String[] TASKS = {
    "dev.arborist.domain.task..",
    "dev.arborist.domain.dependency..",
    "dev.arborist.domain.priority..",
    "dev.arborist.domain.tree..",
    "dev.arborist.domain.workload.."
  };
  private static final String[] REPEATABLE = {DOMAIN, APPLICATION, RENDER};

  static final ArchRule DOMAIN_IS_PURE =
      classes()
          .that()
          .resideInAPackage(DOMAIN)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              DOMAIN,
              "java.lang..",
              "java.util..",
              "java.math..",
              "java.time..",
              "org.jspecify..",
              "org.apache.commons.statistics..");

  static final ArchRule VALIDATION_KNOWS_NO_TASKS =
      noClasses()
          .that()
          .resideInAPackage(VALIDATION)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(TASKS);

  static final ArchRule TASKS_KNOW_NO_VALIDATION =
      noClasses()
          .that()
          .resideInAnyPackage(TASKS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(VALIDATION);

  static final ArchRule PACKAGES_FORM_NO_CYCLES =
      slices().matching("dev.arborist.(**)").should().beFreeOfCycles();

  static final ArchRule APPLICATION_KNOWS_THE_DOMAIN_ALONE =
      noClasses()
          .that()
          .resideInAPackage(APPLICATION)
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.arborist..")
                  .and(not(resideInAnyPackage(APPLICATION, DOMAIN)))
                  .or(
                      resideInAnyPackage(
                          "org.jdbi..", "java.sql..", "com.fasterxml..", "org.openjdk..")));

  static final ArchRule PORTS_KNOW_NO_SERVICE =
      noClasses()
          .that()
          .resideInAPackage(PORT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SERVICE);

  static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER =
      slices()
          .matching("dev.arborist.adapters.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(resideInAnyPackage(SQLITE, POSTGRES), resideInAPackage(SQL))
          .as("adapters do not know each other, but the stores share their SQL");

  static final ArchRule ADAPTERS_KNOW_NO_SERVICE =
      noClasses()
          .that()
          .resideInAPackage("dev.arborist.adapters..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SERVICE);

  static final ArchRule NO_HIDDEN_INPUTS =
      noClasses()
          .that()
          .resideInAnyPackage(REPEATABLE)
          .should()
          .callMethodWhere(calls(hiddenInputs(), "reads the clock, the locale or chance"))
          .orShould()
          .callConstructor(Random.class)
          .orShould()
          .callConstructor(String.class, byte[].class);

  static final ArchRule NO_UNDEFINED_ORDER =
      noClasses()
          .that()
          .resideInAnyPackage(REPEATABLE)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(HashMap.class, HashSet.class)
          .orShould()
          .callMethodWhere(calls(unordered(), "has an order that differs between JVMs"));

  static final ArchRule SQL_STAYS_IN_THE_STORE =
      noClasses()
          .that()
          .resideOutsideOfPackages(SQL, SQLITE, POSTGRES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jdbi..", "java.sql..");

  static final ArchRule SQLITE_STAYS_IN_ITS_STORE =
      noClasses()
          .that()
          .resideOutsideOfPackage(SQLITE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.sqlite..");

  static final ArchRule POSTGRES_STAYS_IN_ITS_STORE =
      noClasses()
          .that()
          .resideOutsideOfPackage(POSTGRES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.postgresql..", "com.zaxxer..");

  /** The driver's commit() begins the next transaction too; see docs/decisions/008. */
  static final ArchRule TRANSACTIONS_ARE_BEGUN_AND_ENDED_BY_SQL =
      noClasses()
          .that()
          .resideInAPackage(SQLITE)
          .should()
          .callMethodWhere(calls(driverTransactions(), "leaves transactions to the driver"));

  /** Only a session takes the driver out of its autocommit mode, and begins and ends by itself. */
  static final ArchRule ONLY_A_SESSION_LEAVES_AUTOCOMMIT =
      noClasses()
          .that()
          .resideInAPackage(SQLITE)
          .and()
          .doNotHaveSimpleName("Sessions")
          .should()
          .callMethodWhere(
              calls(List.of("java.sql.Connection.setAutoCommit"), "leaves the autocommit mode"));

  static final ArchRule JMH_STAYS_IN_ITS_ADAPTER =
      noClasses()
          .that()
          .resideOutsideOfPackages(JMH, TURNS, CLI)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.openjdk.jmh..");

  /** Building a terminal takes longer than most commands; see docs/decisions/016. */
  static final ArchRule JLINE_STAYS_IN_THE_TERMINAL =
      noClasses()
          .that()
          .resideOutsideOfPackage(TERMINAL)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jline..");

  /** What runs inside other people's benchmarks has no other way to say why it ends them. */
  static final ArchRule ONLY_THE_CLI_TALKS_AND_EXITS =
      noClasses()
          .that()
          .resideOutsideOfPackages(TURNS, CLI)
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  static final ArchRule NOBODY_ELSE_OPENS_THE_DATABASE_FILE =
      noClasses()
          .that()
          .resideOutsideOfPackages(FILES, JMH, TURNS, CLI)
          .should()
          .dependOnClassesThat(
              resideInAPackage("java.nio.channels..")
                  .or(
                      DescribedPredicate.describe(
                          "open files",
                          type ->
                              List.of(
                                      "java.io.FileInputStream",
                                      "java.io.FileOutputStream",
                                      "java.io.RandomAccessFile",
                                      "java.io.FileReader",
                                      "java.io.FileWriter")
                                  .contains(type.getName()))))
          .orShould()
          .callMethodWhere(calls(openers(), "opens a file"));

  private HouseRules() {}

  private static List<String> hiddenInputs() {
    return List.of(
        "java.time.Instant.now()",
        "java.time.LocalDate.now()",
        "java.time.LocalDateTime.now()",
        "java.time.ZonedDateTime.now()",
        "java.time.OffsetDateTime.now()",
        "java.time.ZoneId.systemDefault()",
        "java.time.Clock.systemUTC()",
        "java.time.Clock.systemDefaultZone()",
        "java.time.InstantSource.system()",
        "java.lang.System.nanoTime()",
        "java.lang.System.currentTimeMillis()",
        "java.util.UUID.randomUUID()",
        "java.util.Locale.getDefault()",
        "java.lang.Math.random()",
        "java.lang.Math.log(double)",
        "java.lang.Math.log10(double)",
        "java.lang.Math.exp(double)",
        "java.lang.Math.pow(double, double)",
        "java.lang.String.toLowerCase()",
        "java.lang.String.toUpperCase()",
        "java.lang.String.getBytes()",
        "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
        "java.lang.String.formatted([Ljava.lang.Object;)",
        "java.nio.charset.Charset.defaultCharset()");
  }

  private static List<String> unordered() {
    return List.of(Set.class, Map.class).stream()
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(method -> List.of("of", "copyOf", "ofEntries").contains(method.getName()))
        .filter(method -> method.getParameterCount() > 0)
        .map(
            method ->
                method.getDeclaringClass().getName()
                    + "."
                    + method.getName()
                    + "("
                    + Arrays.stream(method.getParameterTypes())
                        .map(Class::getName)
                        .collect(Collectors.joining(", "))
                    + ")")
        .toList();
  }

  private static List<String> driverTransactions() {
    return List.of(
        "java.sql.Connection.commit",
        "java.sql.Connection.rollback",
        "org.jdbi.v3.core.Handle.begin",
        "org.jdbi.v3.core.Handle.commit",
        "org.jdbi.v3.core.Handle.rollback",
        "org.jdbi.v3.core.Handle.inTransaction",
        "org.jdbi.v3.core.Handle.useTransaction",
        "org.jdbi.v3.core.Jdbi.inTransaction",
        "org.jdbi.v3.core.Jdbi.useTransaction");
  }

  private static List<String> openers() {
    return List.of(
        "java.nio.file.Files.newInputStream",
        "java.nio.file.Files.newOutputStream",
        "java.nio.file.Files.newByteChannel",
        "java.nio.file.Files.newBufferedReader",
        "java.nio.file.Files.newBufferedWriter",
        "java.nio.file.Files.copy",
        "java.nio.file.Files.readAllBytes",
        "java.nio.file.Files.readAllLines",
        "java.nio.file.Files.readString",
        "java.nio.file.Files.write",
        "java.nio.file.Files.writeString",
        "java.nio.file.Files.lines",
        "java.nio.file.Files.mismatch");
  }

  /** Calls whose full name, with or without the parameters, is one of these. */
  private static DescribedPredicate<JavaCall<?>> calls(List<String> names, String what) {
    return DescribedPredicate.describe(
        what,
        call -> {
          JavaClass owner = call.getTargetOwner();
          String name = owner.getName() + "." + call.getTarget().getName();
          String full = call.getTarget().getFullName();
          return names.contains(full) || names.contains(name);
        });
  }
}
