package org.geco.embedded.runner.registry;

import java.net.URL;
import java.util.Set;

/**
 * A bundle and the nodes that it registers.
 *
 * @param bundle the bundle's symbolic name
 * @param xml its {@code plugin.xml}
 * @param factories class names of its node factories
 */
public record Plugin(String bundle, URL xml, Set<String> factories) {
}
