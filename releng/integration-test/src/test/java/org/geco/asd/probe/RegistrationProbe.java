package org.geco.asd.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.RegistryFactory;

/**
 * Runs inside the plug-in: makes an object of every class that plugin.xml names, by the registry that KNIME asks too.
 * Returns the names of the classes.
 */
public final class RegistrationProbe implements Callable<List<String>> {

    private static final String CONTRIBUTOR = "org.geco.asd";

    private static final List<String> CLASS_ATTRIBUTES =
        List.of("factory-class", "objectSerializer", "specSerializer", "serializerClass", "rendererFactoryClass");

    @Override
    public List<String> call() throws Exception {
        final var created = new ArrayList<String>();
        for (final var point : RegistryFactory.getRegistry().getExtensionPoints()) {
            for (final IConfigurationElement element : point.getConfigurationElements()) {
                if (CONTRIBUTOR.equals(element.getContributor().getName())) {
                    create(element, created);
                }
            }
        }
        return created;
    }

    private static void create(final IConfigurationElement element, final List<String> created) throws CoreException {
        for (final var attribute : CLASS_ATTRIBUTES) {
            if (element.getAttribute(attribute) != null) {
                created.add(element.createExecutableExtension(attribute).getClass().getName());
            }
        }
        for (final var child : element.getChildren()) {
            create(child, created);
        }
    }
}
