package org.knime.core.node.port;

import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.knime.core.data.util.NonClosableInputStream;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;

/** Makes objects of registered classes by their public constructor without arguments. */
final class PortObjectInstances {

    private PortObjectInstances() {
    }

    static <T> T create(final Class<?> type, final Class<T> kind) throws IOException {
        if (!kind.isAssignableFrom(type)) {
            throw new IOException("Class \"" + type.getName() + "\" is not of type " + kind.getSimpleName());
        }
        try {
            return type.asSubclass(kind).getConstructor().newInstance();
        } catch (final ReflectiveOperationException e) {
            throw new IOException("Failed to instantiate class \"" + type.getSimpleName()
                + "\" (failed to invoke public no-arg constructor): " + e.getMessage(), e);
        }
    }

    static ModelContentRO content(final ZipInputStream in, final String entryName) throws IOException {
        final ZipEntry entry = in.getNextEntry();
        if (entry == null || !entryName.equals(entry.getName())) {
            throw new IOException("Expected zip entry " + entryName + ", got "
                + (entry == null ? "nothing" : entry.getName()));
        }
        return ModelContent.loadFromXML(new NonClosableInputStream.Zip(in));
    }

    static Class<? extends PortObject> objectClass(final ModelContentRO content) throws IOException {
        final String name = className(content);
        return PortTypeRegistry.getInstance().getObjectClass(name)
            .orElseThrow(() -> new IOException("Unable to load class " + name));
    }

    static String className(final ModelContentRO content) throws IOException {
        try {
            return content.getString("class_name");
        } catch (final InvalidSettingsException e) {
            throw new IOException("Unable to load settings: " + e.getMessage(), e);
        }
    }
}
