package org.geco.asd.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.geco.asd.probe.DeviceCheckProbe;
import org.geco.asd.probe.HistoryProbe;
import org.geco.asd.probe.ModelsProbe;
import org.geco.asd.probe.NativeCodeProbe;
import org.geco.asd.probe.PictureProbe;
import org.geco.asd.probe.RegistrationProbe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** The built bundles in the OSGi framework that KNIME runs on. */
class EquinoxIT {

    @TempDir
    private static Path work;

    private static Equinox equinox;

    private static Map<Object, Object> properties;

    @BeforeAll
    static void start() throws Exception {
        equinox = Equinox.start(work, BuiltBundle.plugin().file().getParent());
        properties = Map.copyOf(System.getProperties());
    }

    @AfterAll
    static void stop() throws Exception {
        equinox.close();
    }

    @Test
    void everyClassNamedInPluginXmlCanBeMade() throws Exception {
        final var pluginXml = new String(BuiltBundle.plugin().read("plugin.xml"), StandardCharsets.UTF_8);
        final var named = Pattern.compile("(?:factory-class|[sS]erializer(?:Class)?|rendererFactoryClass)=\"([^\"]+)\"")
            .matcher(pluginXml).results().map(m -> m.group(1)).toList();
        assertThat(named).isNotEmpty();
        assertThat((List<?>)equinox.run(RegistrationProbe.class)).extracting(Object::toString)
            .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void nativeCodeRuns() throws Exception {
        assertThat(equinox.run(NativeCodeProbe.class)).isEqualTo("17.0 39.0");
    }

    @Test
    void allModelsTrainAndScoreTheSameAfterAReload() throws Exception {
        final var scores = (List<?>)equinox.run(ModelsProbe.class);
        assertThat(scores).hasSize(6).allSatisfy(s -> assertThat((Double)s).isFinite().isPositive());
        assertThat(scores.subList(3, 6)).isEqualTo(scores.subList(0, 3));
    }

    @Test
    void picturesAreDrawn() throws Exception {
        assertThat((byte[])equinox.run(PictureProbe.class)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void theHistoryOfNightsIsADatabase() throws Exception {
        assertThat(equinox.run(HistoryProbe.class)).isEqualTo("Optional.empty");
    }

    @Test
    void anotherProcessHasTheBundlesClassesAndLibraries() throws Exception {
        assertThat((String)equinox.run(DeviceCheckProbe.class)).contains("gpu:7 cannot be used")
            .doesNotContain("exit code");
    }

    @Test
    void librariesComeFromTheirBundleAlthoughTheThreadsClassLoaderHasThemToo() throws Exception {
        assertThat(Thread.currentThread().getContextClassLoader().loadClass(Nd4j.class.getName()))
            .isSameAs(Nd4j.class);
        assertThat(equinox.bundle("org.geco.asd").loadClass(Nd4j.class.getName())).isNotSameAs(Nd4j.class);
    }

    @Test
    void systemPropertiesAreLeftAsTheyWere() throws Exception {
        equinox.run(NativeCodeProbe.class);
        assertThat(System.getProperties()).containsExactlyInAnyOrderEntriesOf(properties);
    }

    /** In the same KNIME there may be another ND4J: nobody must get ours in its place. */
    @Test
    void nobodyElseGetsOurLibraries() throws Exception {
        final var stranger = equinox.install(new TestBundles(work).stranger());
        assertThatThrownBy(() -> stranger.start()).isInstanceOf(BundleException.class)
            .hasMessageContaining("org.nd4j.linalg.factory");
    }

    @Test
    void allBundlesResolve() {
        for (final var name : List.of("org.geco.asd", "org.geco.asd.dl4j")) {
            assertThat(equinox.bundle(name).getState()).as(name).isIn(Bundle.STARTING, Bundle.RESOLVED, Bundle.ACTIVE);
        }
    }
}
