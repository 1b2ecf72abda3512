package org.geco.asd.packaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What the shipped plug-in holds and what it asks of KNIME. */
class PluginBundleIT {

    private static final Pattern ALLOWED = Pattern.compile(
        "org/geco/asd/.+|plugin\\.xml|icons/[^/]+\\.png|views/.+|META-INF/(MANIFEST\\.MF|LICENSE|NOTICE)");

    private final BuiltBundle m_plugin = BuiltBundle.plugin();

    @Test
    void holdsOurClassesAndNothingOfKnimeOrTheLibraries() {
        assertThat(m_plugin.files()).allMatch(ALLOWED.asMatchPredicate(), "ours");
        assertThat(m_plugin.files()).contains("org/geco/asd/common/AsdException.class");
    }

    @Test
    void hasAVersionOfItsOwnForEachBuild() {
        assertThat(m_plugin.header("Bundle-Version"))
            .matches(Pattern.quote(System.getProperty("geco.version")) + "\\.v\\d{12}");
    }

    @Test
    void asksForKnime58AndLater() {
        assertThat(m_plugin.header("Require-Bundle"))
            .contains("org.knime.core;bundle-version=\"[5.8.0,6.0.0)\"",
                "org.knime.core.ui;bundle-version=\"[5.8.0,6.0.0)\"");
        assertThat(m_plugin.header("Bundle-SymbolicName")).isEqualTo("org.geco.asd;singleton:=true");
    }

    @Test
    void seesInsideOsgiWhateverItWasCompiledAgainst() {
        final var visible = packages(BuiltBundle.libraries().header("Export-Package"));
        assertThat(visible).contains("org.nd4j.linalg.factory");
        visible.addAll(packages(m_plugin.header("Import-Package")));
        assertThat(packagesUsed()).as("used by the plug-in, neither imported by it nor exported by the libraries")
            .filteredOn(p -> !(p + ".").matches("(java|org\\.knime|org\\.geco\\.asd)\\..*"))
            .isNotEmpty().isSubsetOf(visible);
    }

    /** Those of pages and of their data are in the signatures of {@code DefaultView}. */
    @Test
    void usesNoInternalPackageOfKnime() {
        final var internal =
            Pattern.compile("org\\.knime\\.(core\\.webui\\.(?!page$|data$).*|node\\..*legacy.*|.*\\.internal(\\..*)?)");
        assertThat(packagesUsed()).noneMatch(internal.asMatchPredicate());
    }

    private static Set<String> packages(final String header) {
        return Stream.of(header.split("[;,]")).map(String::strip).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The packages our classes refer to, by the JDK's own tool. */
    private Set<String> packagesUsed() {
        final var out = new StringWriter();
        final var writer = new PrintWriter(out);
        ToolProvider.findFirst("jdeps").orElseThrow().run(writer, writer, "--multi-release", "base",
            "-verbose:package", "-filter:none", m_plugin.file().toString());
        return Pattern.compile("^ +\\S+ +-> ([\\w.]+)", Pattern.MULTILINE).matcher(out.toString()).results()
            .map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** KNIME says nothing about an icon that isn't there. */
    @Test
    void holdsEveryIconThatItsClassesAndPluginXmlName() {
        final var icon = Pattern.compile("icons/\\w+\\.png");
        final var named = m_plugin.files().stream().filter(f -> f.endsWith(".class") || f.equals("plugin.xml"))
            .flatMap(f -> icon.matcher(new String(m_plugin.read(f), ISO_8859_1)).results()).map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isNotEmpty();
        named.removeAll(m_plugin.files());
        assertThat(named).as("icons that are missing").isEmpty();
    }

    /** KNIME reads pages from the bundle's folder. */
    @Test
    void isInstalledAsAFolderWithItsPagesAndTheirCharts() {
        assertThat(m_plugin.header("Eclipse-BundleShape")).isEqualTo("dir");
        assertThat(m_plugin.files()).contains("views/scorer.html", "views/scorer.js", "views/kit/host.js",
            "views/lib/echarts.common.min.js", "views/lib/LICENSE", "views/lib/NOTICE");
    }

    @Test
    void shipsItsLicence() {
        assertThat(new String(m_plugin.read("META-INF/LICENSE"), UTF_8)).contains("GNU GENERAL PUBLIC LICENSE");
    }
}
