// SPDX-License-Identifier: Apache-2.0
package io.wsclose;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Dependencies point one way: stack lines → facade ← record ← cause ← event ← sink. */
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

  /** Stack lines → facade ← record ← cause ← event ← sink; startup joins them. */
  @Test
  void dependenciesPointOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("io.wsclose..")
        .layer("premain")
        .definedBy("io.wsclose.agent..")
        .layer("startup")
        .definedBy("io.wsclose.startup..")
        .layer("configuration")
        .definedBy("io.wsclose.configuration..")
        .layer("instrumentation")
        .definedBy("io.wsclose.instrumentation..")
        .layer("stack lines")
        .definedBy("io.wsclose.stack.*..")
        .layer("description of stacks")
        .definedBy("io.wsclose.stack")
        .layer("facade")
        .definedBy("io.wsclose.bootstrap..")
        .layer("intermediaries")
        .definedBy("io.wsclose.intermediary..")
        .layer("record")
        .definedBy("io.wsclose.record..")
        .layer("cause")
        .definedBy("io.wsclose.cause..")
        .layer("event")
        .definedBy("io.wsclose.event..")
        .layer("sink")
        .definedBy("io.wsclose.sink..")
        .ensureAllClassesAreContainedInArchitecture()
        .whereLayer("premain")
        .mayOnlyAccessLayers("startup", "facade")
        .whereLayer("premain")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("startup")
        .mayOnlyBeAccessedByLayers("premain")
        .whereLayer("configuration")
        .mayNotAccessAnyLayer()
        .whereLayer("instrumentation")
        .mayOnlyAccessLayers("facade", "record", "description of stacks")
        .whereLayer("stack lines")
        .mayOnlyAccessLayers("facade", "description of stacks")
        .whereLayer("stack lines")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("description of stacks")
        .mayNotAccessAnyLayer()
        .whereLayer("facade")
        .mayNotAccessAnyLayer()
        .whereLayer("intermediaries")
        .mayOnlyAccessLayers("facade")
        .whereLayer("record")
        .mayOnlyAccessLayers("facade", "intermediaries", "description of stacks")
        .whereLayer("cause")
        .mayOnlyAccessLayers("record", "facade", "intermediaries", "description of stacks")
        .whereLayer("event")
        .mayOnlyAccessLayers("cause", "record", "facade", "intermediaries", "configuration")
        .whereLayer("sink")
        .mayOnlyAccessLayers("event", "cause", "record", "facade", "configuration")
        .check(all);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("io.wsclose.(**)").should().beFreeOfCycles().check(all);
  }

  @Test
  void openTelemetryIsCalledWhereSpansLeave() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.wsclose.sink.otel..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.opentelemetry..")
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
        .haveModifier(JavaModifier.FINAL)
        .check(all);
  }
}
