package org.geco.embedded.parameters;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** An array or list of parameters: configs "0", "1", … under the field's key, and no size. */
record ElementsCodec(String key, boolean isArray, ClassCodec element) implements Codec {

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        final var elements = settings.addNodeSettings(key);
        if (value == null) {
            return;
        }
        int index = 0;
        for (final var item : isArray ? Arrays.asList((Object[])value) : (Collection<?>)value) {
            element.save(item, elements.addNodeSettings(Integer.toString(index)));
            index++;
        }
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        final var elements = settings.getNodeSettings(key);
        final var loaded = new ArrayList<>();
        final var size = size(elements);
        for (int i = 0; i < size; i++) {
            loaded.add(element.load(elements.getNodeSettings(Integer.toString(i))));
        }
        return isArray ? loaded.toArray((Object[])Array.newInstance(element.type(), 0)) : loaded;
    }

    private static int size(final NodeSettingsRO elements) {
        return (int)elements.keySet().stream().filter(ElementsCodec::isIndex).count();
    }

    private static boolean isIndex(final String name) {
        return name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public List<String> keys() {
        return List.of(key);
    }

    @Override
    public void reportUnknown(final NodeSettingsRO settings, final String path, final Set<String> unknown)
        throws InvalidSettingsException {
        if (!settings.containsKey(key)) {
            return;
        }
        final var elements = settings.getNodeSettings(key);
        for (final var name : elements.keySet()) {
            if (isIndex(name)) {
                element.reportUnknown(elements.getNodeSettings(name), path + key + "/" + name + "/", unknown);
            } else {
                unknown.add(path + key + "/" + name);
            }
        }
    }
}
