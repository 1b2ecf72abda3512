package org.geco.asd.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** The OSGi framework that KNIME runs on, started in this JVM with our bundles and a stand-in for KNIME. */
final class Equinox implements AutoCloseable {

    /** slf4j-api 2 asks for the mediator of java.util.ServiceLoader, which nothing here needs. */
    private static final String CAPABILITIES = "osgi.extender;osgi.extender=\"osgi.serviceloader.processor\";"
        + "version:Version=\"1.0\",osgi.serviceloader;osgi.serviceloader=\"org.slf4j.spi.SLF4JServiceProvider\"";

    private final Framework m_framework;

    private Equinox(final Framework framework) {
        m_framework = framework;
    }

    /**
     * Starts the framework with everything installed.
     *
     * @param work an empty folder for its state
     * @param bundles the folder with the built bundles
     * @param more further bundles
     * @return the running framework
     */
    static Equinox start(final Path work, final Path bundles, final Path... more) throws IOException, BundleException {
        final var framework =
            ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(configuration(work));
        framework.start();
        final var equinox = new Equinox(framework);
        final var made = new TestBundles(Files.createDirectories(work.resolve("made")));
        final var probes = made.probes(Path.of("target", "test-classes"));
        final var files = Stream.concat(
            Stream.of("equinox.common.jar", "equinox.registry.jar", "slf4j-api.jar", "libs.jar", "natives.jar",
                "plugin.jar").map(bundles::resolve),
            Stream.of(made.knimeCore(bundles.resolve("embedded-knime.jar")), made.knimeCoreUi(), probes)).toList();
        for (final var file : Stream.concat(files.stream(), Stream.of(more)).toList()) {
            framework.getBundleContext().installBundle("reference:" + file.toUri());
        }
        // lazy activation: our plug-in isn't started, classes are taken from it, as KNIME does
        for (final var name : List.of("org.eclipse.equinox.common", "org.eclipse.equinox.registry")) {
            equinox.bundle(name).start();
        }
        return equinox;
    }

    private static Map<String, String> configuration(final Path work) {
        final var configuration = new HashMap<String, String>();
        configuration.put(Constants.FRAMEWORK_STORAGE, work.resolve("framework").toString());
        configuration.put(Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA, CAPABILITIES);
        configuration.put("eclipse.noRegistryCache", "true");
        configuration.put("osgi.compatibility.bootdelegation", "false");
        configuration.put("osgi.os", System.getProperty("osgi.os"));
        configuration.put("osgi.arch", System.getProperty("osgi.arch"));
        configuration.put("osgi.ws", "gtk");
        return configuration;
    }

    /** @return the installed bundle of that name */
    Bundle bundle(final String name) {
        return Stream.of(m_framework.getBundleContext().getBundles()).filter(b -> name.equals(b.getSymbolicName()))
            .findFirst().orElseThrow(() -> new IllegalArgumentException("Not installed: " + name));
    }

    /** @return a further bundle, installed and not started */
    Bundle install(final Path file) throws BundleException {
        return m_framework.getBundleContext().installBundle("reference:" + file.toUri());
    }

    /** @return what a probe, loaded as a class of our plug-in, finds */
    Object run(final Class<? extends Callable<?>> probe) throws Exception {
        final var inside = bundle("org.geco.asd").loadClass(probe.getName());
        return ((Callable<?>)inside.getConstructor().newInstance()).call();
    }

    @Override
    public void close() throws Exception {
        m_framework.stop();
        m_framework.waitForStop(10_000);
    }
}
