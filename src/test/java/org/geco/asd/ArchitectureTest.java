package org.geco.asd;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import org.geco.asd.common.AsdException;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * Who may use whom: algorithms know nothing of KNIME, packages build on those below them, and nothing goes in circles.
 */
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

    /**
     * What KNIME's public annotations have as defaults and its public methods take, return or declare to throw stands
     * in the byte code of whoever uses or overrides them, though no source names it.
     */
    private static final String IN_PUBLIC_SIGNATURES = "org\\.knime\\.core\\.webui\\."
        + "(node\\.dialog\\.defaultdialog\\.(widget\\.updates\\.(Noop|TypeDependent)\\w+"
        + "|util\\.updates\\.StateComputationFailureException)|page\\..*|data\\.InitialDataService\\$Serializer)";

    @Test
    void nodesUseOnlyKnimesPublicApi() {
        noClasses().should().dependOnClassesThat(
            resideInAnyPackage("org.knime.core.webui..", "org.knime.node..legacy..", "org.knime.base..")
                .and(not(nameMatching(IN_PUBLIC_SIGNATURES))))
            .check(CLASSES);
    }

    @Test
    void packagesBuildOnThoseBelowThem() {
        layeredArchitecture().consideringOnlyDependenciesInAnyPackage("org.geco.asd..") //
            .withOptionalLayers(true) //
            .layer("common").definedBy("org.geco.asd.common..") //
            .layer("concurrent").definedBy("org.geco.asd.concurrent..") //
            .layer("files").definedBy("org.geco.asd.files..") //
            .layer("audio").definedBy("org.geco.asd.audio..") //
            .layer("mel").definedBy("org.geco.asd.mel..") //
            .layer("statistics").definedBy("org.geco.asd.statistics..") //
            .layer("dataset").definedBy("org.geco.asd.dataset..") //
            .layer("clips").definedBy("org.geco.asd.clips..") //
            .layer("nn").definedBy("org.geco.asd.nn..") //
            .layer("learn").definedBy("org.geco.asd.learn..") //
            .layer("detect").definedBy("org.geco.asd.detect..") //
            .layer("methods").definedBy("org.geco.asd.methods..") //
            .layer("outlier").definedBy("org.geco.asd.outlier..") //
            .layer("simulator").definedBy("org.geco.asd.simulator..") //
            .layer("evaluation").definedBy("org.geco.asd.evaluation..") //
            .layer("fusion").definedBy("org.geco.asd.fusion..") //
            .layer("calibration").definedBy("org.geco.asd.calibration..") //
            .layer("ensemble").definedBy("org.geco.asd.ensemble..") //
            .layer("monitor").definedBy("org.geco.asd.monitor..") //
            .layer("pictures").definedBy("org.geco.asd.pictures..") //
            .layer("detector").definedBy("org.geco.asd.detector..") //
            .layer("cluster").definedBy("org.geco.asd.cluster..") //
            .layer("devicecheck").definedBy("org.geco.asd.devicecheck..") //
            .layer("report").definedBy("org.geco.asd.report..") //
            .layer("nodes").definedBy("org.geco.asd.nodes..") //
            .whereLayer("common").mayNotAccessAnyLayer() //
            .whereLayer("concurrent").mayOnlyAccessLayers("common") //
            .whereLayer("files").mayOnlyAccessLayers("common") //
            .whereLayer("audio").mayOnlyAccessLayers("common") //
            .whereLayer("mel").mayOnlyAccessLayers("common", "audio") //
            .whereLayer("statistics").mayOnlyAccessLayers("common", "mel") //
            .whereLayer("dataset").mayOnlyAccessLayers("common", "audio", "files") //
            .whereLayer("clips").mayOnlyAccessLayers("common", "concurrent", "dataset", "mel") //
            .whereLayer("nn").mayOnlyAccessLayers("common", "files") //
            .whereLayer("learn").mayOnlyAccessLayers("common", "concurrent", "clips", "dataset", "detect", "files",
                "mel", "nn") //
            .whereLayer("detect").mayOnlyAccessLayers("common", "clips", "dataset", "files", "mel") //
            .whereLayer("methods").mayOnlyAccessLayers("common", "concurrent", "clips", "dataset", "detect", "files",
                "learn", "mel", "nn") //
            .whereLayer("outlier").mayOnlyAccessLayers("common", "dataset", "detect", "ensemble", "evaluation", "files",
                "mel") //
            .whereLayer("simulator").mayOnlyAccessLayers("common", "files", "audio", "dataset") //
            .whereLayer("evaluation").mayOnlyAccessLayers("common", "dataset", "files") //
            .whereLayer("fusion").mayOnlyAccessLayers("common", "dataset", "evaluation") //
            .whereLayer("calibration").mayOnlyAccessLayers("common", "dataset", "detect", "files") //
            .whereLayer("ensemble").mayOnlyAccessLayers("common", "dataset", "detect", "evaluation", "files") //
            .whereLayer("monitor").mayOnlyAccessLayers("common", "dataset", "files") //
            .whereLayer("pictures").mayOnlyAccessLayers("common", "dataset", "evaluation", "mel") //
            .whereLayer("detector").mayOnlyAccessLayers("common", "concurrent", "audio", "calibration", "clips",
                "dataset", "detect", "ensemble", "files", "fusion", "mel", "methods", "outlier", "statistics") //
            .whereLayer("cluster").mayOnlyAccessLayers("audio", "clips", "common", "concurrent", "dataset", "detect",
                "detector", "files", "learn", "mel", "methods", "statistics") //
            .whereLayer("devicecheck").mayOnlyAccessLayers("audio", "clips", "common", "concurrent", "dataset",
                "detect", "files", "learn", "mel", "methods", "nn", "simulator") //
            .whereLayer("report").mayOnlyAccessLayers("audio", "common", "files", "dataset", "detect",
                "evaluation", "mel", "pictures") //
            .whereLayer("nodes").mayNotBeAccessedByAnyLayer() //
            .ensureAllClassesAreContainedInArchitectureIgnoring("org.geco.asd") //
            .check(CLASSES);
    }

    @Test
    void packagesDoNotGoInCircles() {
        slices().matching("org.geco.asd.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
