package io.wsclose;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Data goes one way; nothing on the right is known to anything on its left. */
class ArchitectureTest {
  private static JavaClasses all;

  @BeforeAll
  static void read() {
    all =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.wsclose");
  }

  @Test
  void bootstrapKnowsTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage("io.wsclose.bootstrap..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("io.wsclose.bootstrap..", "java..")
        .check(all);
  }

  @Test
  void recordsKnowNeitherCausesNorEvents() {
    noClasses()
        .that()
        .resideInAnyPackage("io.wsclose.record..", "io.wsclose.intermediary..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.wsclose.cause..",
            "io.wsclose.event..",
            "io.wsclose.sink..",
            "io.wsclose.stack.*..",
            "io.wsclose.instrumentation..",
            "io.opentelemetry..")
        .check(all);
  }

  @Test
  void causesKnowNeitherEventsNorSinksNorStacks() {
    noClasses()
        .that()
        .resideInAPackage("io.wsclose.cause..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.wsclose.event..",
            "io.wsclose.sink..",
            "io.wsclose.stack.*..",
            "io.wsclose.instrumentation..",
            "io.opentelemetry..")
        .check(all);
  }

  @Test
  void eventsDoNotKnowTheirSinks() {
    noClasses()
        .that()
        .resideInAPackage("io.wsclose.event..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.wsclose.sink..")
        .check(all);
  }

  @Test
  void stacksKnowTheFacadeAndTheirHooksAlone() {
    noClasses()
        .that()
        .resideInAPackage("io.wsclose.stack..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.wsclose.record..",
            "io.wsclose.intermediary..",
            "io.wsclose.cause..",
            "io.wsclose.event..",
            "io.wsclose.sink..",
            "io.wsclose.agent..")
        .check(all);
  }

  @Test
  void rulesHoldNoState() {
    classes()
        .that()
        .implement("io.wsclose.cause.Rule")
        .should()
        .haveOnlyFinalFields()
        .andShould()
        .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
        .check(all);
  }
}
