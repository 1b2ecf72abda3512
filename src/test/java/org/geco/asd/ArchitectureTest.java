package org.geco.asd;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Who may use whom: algorithms know nothing of KNIME, packages build on those below them, and nothing goes in circles. */
class ArchitectureTest {

    private static final JavaClasses CLASSES =
        new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.geco.asd");

    @Test
    void thereAreClassesToCheck() {
        assertThat(CLASSES.contain(AsdException.class)).isTrue();
    }

    @Test
    void algorithmsDoNotKnowKnime() {
        noClasses().that().resideOutsideOfPackage("org.geco.asd.nodes..").should().dependOnClassesThat()
            .resideInAPackage("org.knime..").check(CLASSES);
    }

    @Test
    void nothingShippedKnowsTheEmbeddedRuntime() {
        noClasses().should().dependOnClassesThat().resideInAPackage("org.geco.embedded..").check(CLASSES);
    }

    @Test
    void nodesUseOnlyKnimesPublicApi() {
        noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("org.knime.core.webui..", "org.knime.node..legacy..", "org.knime.base..")
            .check(CLASSES);
    }

    @Test
    void packagesBuildOnThoseBelowThem() {
        layeredArchitecture().consideringOnlyDependenciesInAnyPackage("org.geco.asd..") //
            .withOptionalLayers(true) //
            .layer("common").definedBy("org.geco.asd") //
            .layer("output").definedBy("org.geco.asd.output..") //
            .layer("audio").definedBy("org.geco.asd.audio..") //
            .layer("dataset").definedBy("org.geco.asd.dataset..") //
            .layer("mel").definedBy("org.geco.asd.mel..") //
            .layer("nn").definedBy("org.geco.asd.nn..") //
            .layer("pae").definedBy("org.geco.asd.pae..") //
            .layer("geco").definedBy("org.geco.asd.geco..") //
            .layer("simulator").definedBy("org.geco.asd.simulator..") //
            .layer("evaluation").definedBy("org.geco.asd.evaluation..") //
            .layer("fusion").definedBy("org.geco.asd.fusion..") //
            .layer("report").definedBy("org.geco.asd.report..") //
            .layer("nodes").definedBy("org.geco.asd.nodes..") //
            .whereLayer("common").mayNotAccessAnyLayer() //
            .whereLayer("output").mayOnlyAccessLayers("common") //
            .whereLayer("audio").mayOnlyAccessLayers("common") //
            .whereLayer("dataset").mayOnlyAccessLayers("common", "audio") //
            .whereLayer("mel").mayOnlyAccessLayers("common", "audio", "dataset") //
            .whereLayer("nn").mayOnlyAccessLayers("common") //
            .whereLayer("pae").mayOnlyAccessLayers("common", "dataset", "mel", "nn") //
            .whereLayer("geco").mayOnlyAccessLayers("common", "dataset", "mel", "nn", "pae") //
            .whereLayer("simulator").mayOnlyAccessLayers("common", "output", "audio", "dataset") //
            .whereLayer("evaluation").mayOnlyAccessLayers("common", "dataset") //
            .whereLayer("fusion").mayOnlyAccessLayers("common", "dataset", "evaluation") //
            .whereLayer("report").mayOnlyAccessLayers("common", "output", "dataset", "evaluation") //
            .whereLayer("nodes").mayNotBeAccessedByAnyLayer() //
            .ensureAllClassesAreContainedInArchitecture() //
            .check(CLASSES);
    }

    @Test
    void packagesDoNotGoInCircles() {
        slices().matching("org.geco.asd.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
