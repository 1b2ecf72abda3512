package org.geco.asd.nn.runtime;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.geco.asd.nn.runtime.device.DeviceChoice;
import org.geco.asd.nn.runtime.device.Surroundings;
import org.nd4j.linalg.factory.Nd4jBackend;

/**
 * Another Java process with this one's classes, libraries and natives, from a plain class path or out of OSGi bundles:
 * ND4J can be started once in a process, and what crashes there leaves us alone.
 */
public final class JavaProcess {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    /** Where Equinox hides the files behind the addresses of a bundle's entries; what its FileLocator asks for. */
    private static final String LOCAL_URL = "getLocalURL";

    private JavaProcess() { }

    /** @return the command that calls a class's main method; its output is one stream */
    public static ProcessBuilder of(final Class<?> main, final int heapMegabytes, final List<String> arguments)
        throws IOException {
        final List<String> command = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heapMegabytes + "m",
            "-Djava.awt.headless=true", "-Dorg.bytedeco.javacpp.maxphysicalbytes=0"));
        final String cuda = System.getProperty(Surroundings.CUDA_PATH);
        if (cuda != null) {
            command.add("-D" + Surroundings.CUDA_PATH + "=" + cuda);
        }
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath(main)), main.getName()));
        command.addAll(arguments);
        final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove(DeviceChoice.VARIABLE);
        return builder;
    }

    /** @return the folders and jars that a class and ND4J's libraries are loaded from */
    static Collection<String> classPath(final Class<?> main) throws IOException {
        final ClassLoader libraries = Nd4jBackend.class.getClassLoader();
        final Set<String> places = new LinkedHashSet<>();
        places.add(placeOf(main));
        for (final URL manifest : Collections.list(libraries.getResources(MANIFEST))) {
            places.add(place(manifest, MANIFEST));
        }
        try {
            // in OSGi another bundle's than the libraries
            places.add(placeOf(Class.forName("org.slf4j.Logger", false, libraries)));
        } catch (final ClassNotFoundException e) {
            throw new IOException("ND4J's logging is missing", e);
        }
        return places;
    }

    private static String placeOf(final Class<?> type) throws IOException {
        final String name = type.getName().replace('.', '/') + ".class";
        return place(type.getClassLoader().getResource(name), name);
    }

    /** @return the folder or jar with a resource of this name */
    private static String place(final URL resource, final String name) throws IOException {
        String url = local(resource).toString();
        url = url.substring(0, url.length() - name.length());
        if (url.startsWith("jar:")) {
            url = url.substring("jar:".length(), url.lastIndexOf("!/"));
        }
        try {
            return Path.of(new URI(url.replace(" ", "%20"))).toString();
        } catch (final URISyntaxException e) {
            throw new IOException("No file: " + url, e);
        }
    }

    private static URL local(final URL resource) throws IOException {
        if (!resource.getProtocol().startsWith("bundle")) {
            return resource;
        }
        final Object connection = resource.openConnection();
        try {
            return (URL)connection.getClass().getMethod(LOCAL_URL).invoke(connection);
        } catch (final NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new MalformedURLException("The file behind " + resource + " is not told: " + e);
        }
    }
}
