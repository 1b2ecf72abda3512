package org.geco.embedded.runner.registry;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.geco.embedded.core.PluginExtensions;
import org.geco.embedded.runner.workflow.WorkflowLoadException;

/**
 * All bundles whose {@code plugin.xml} is on the class path.
 *
 * @param all the bundles
 * @param loader loads their classes
 */
public record Plugins(List<Plugin> all, ClassLoader loader) {

    /** Registration is for the whole process, and once is enough. */
    private static final Set<String> REGISTERED = ConcurrentHashMap.newKeySet();

    /**
     * @param loader sees the bundles' files and classes
     * @return the bundles
     * @throws WorkflowLoadException if a {@code plugin.xml} or its manifest can't be read
     */
    public static Plugins find(final ClassLoader loader) throws WorkflowLoadException {
        final List<Plugin> plugins = new ArrayList<>();
        try {
            for (final URL url : Collections.list(loader.getResources("plugin.xml"))) {
                plugins.add(Plugin.read(url));
            }
        } catch (IOException e) {
            throw new WorkflowLoadException("plugin.xml: can't be searched on the class path", e);
        }
        if (plugins.isEmpty()) {
            throw new WorkflowLoadException("There is no plugin.xml on the class path, so there are no nodes");
        }
        return new Plugins(plugins, loader);
    }

    /**
     * @param factory class name of a node factory
     * @return the bundle that registers it
     */
    public Optional<Plugin> withFactory(final String factory) {
        return all.stream().filter(plugin -> plugin.factories().contains(factory)).findFirst();
    }

    /**
     * Makes the bundles' port types, cells and renderers known.
     *
     * @throws WorkflowLoadException if a {@code plugin.xml} names a class that can't be loaded
     */
    public void register() throws WorkflowLoadException {
        for (final Plugin plugin : all) {
            try {
                if (REGISTERED.add(plugin.xml().toString())) {
                    PluginExtensions.register(plugin.xml(), loader);
                }
            } catch (IOException e) {
                REGISTERED.remove(plugin.xml().toString());
                throw new WorkflowLoadException(e.getMessage(), e);
            }
        }
    }
}
