// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Imports go one way: schemas, runtime, then ingest or processor or dashboard, then app. */
@AnalyzeClasses(packages = "dev.racewire", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String SCHEMAS = "dev.racewire.schemas..";
    private static final String RUNTIME = "dev.racewire.runtime..";
    private static final String INGEST = "dev.racewire.ingest..";
    private static final String PROCESSOR = "dev.racewire.processor..";
    private static final String DASHBOARD = "dev.racewire.dashboard..";
    private static final String SIMULATOR = "dev.racewire.simulator..";
    private static final String APP = "dev.racewire.app..";

    @ArchTest
    static final ArchRule SCHEMAS_KNOW_AVRO_ONLY = classes()
            .that()
            .resideInAPackage(SCHEMAS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(SCHEMAS, "java..", "org.apache.avro..", "org.jspecify..");

    @ArchTest
    static final ArchRule RUNTIME_KNOWS_NO_ROLE = noClasses()
            .that()
            .resideInAPackage(RUNTIME)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(INGEST, PROCESSOR, DASHBOARD, SIMULATOR, APP);

    @ArchTest
    static final ArchRule INGEST_MEETS_THE_OTHERS_IN_KAFKA = noClasses()
            .that()
            .resideInAPackage(INGEST)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PROCESSOR, DASHBOARD, SIMULATOR, APP);

    @ArchTest
    static final ArchRule PROCESSOR_MEETS_THE_OTHERS_IN_KAFKA = noClasses()
            .that()
            .resideInAPackage(PROCESSOR)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(INGEST, DASHBOARD, SIMULATOR, APP);

    @ArchTest
    static final ArchRule DASHBOARD_MEETS_THE_OTHERS_IN_KAFKA = noClasses()
            .that()
            .resideInAPackage(DASHBOARD)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(INGEST, PROCESSOR, SIMULATOR, APP);

    @ArchTest
    static final ArchRule THE_SIMULATOR_IMPORTS_NOTHING_OF_OURS = noClasses()
            .that()
            .resideInAPackage(SIMULATOR)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SCHEMAS, RUNTIME, INGEST, PROCESSOR, DASHBOARD, APP);

    @ArchTest
    static final ArchRule AUDIT_AND_PROOF_SHARE_NO_COUNTING = noClasses()
            .that()
            .resideInAnyPackage("dev.racewire.app.audit..", "dev.racewire.app.prove..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.racewire.processor.count..",
                    "dev.racewire.processor.cluster..",
                    "dev.racewire.processor.verdict..",
                    "dev.racewire.processor.topology..");

    @ArchTest
    static final ArchRule ONLY_THE_EMBEDDED_BROKER_TOUCHES_KAFKAS_INSIDE = noClasses()
            .that()
            .resideInAPackage("dev.racewire..")
            .and()
            .resideOutsideOfPackage("dev.racewire.app.broker")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kafka..", "org.apache.kafka.metadata..", "org.apache.kafka.server..");

    @ArchTest
    static final ArchRule NO_PACKAGES_IN_CIRCLES_IN_INGEST =
            slices().matching("dev.racewire.ingest.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_PACKAGES_IN_CIRCLES_IN_PROCESSOR =
            slices().matching("dev.racewire.processor.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_PACKAGES_IN_CIRCLES_IN_DASHBOARD =
            slices().matching("dev.racewire.dashboard.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_PACKAGES_IN_CIRCLES_IN_APP =
            slices().matching("dev.racewire.app.(*)..").should().beFreeOfCycles();
}
