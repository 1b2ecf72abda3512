package org.geco.embedded.runner.settings;

import java.lang.reflect.InvocationTargetException;

/** Creates objects of classes that a node names, whatever their visibility. */
final class Instances {

    private Instances() {
        // only its function is used
    }

    static <T> T create(final Class<T> type) {
        try {
            final var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (final NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " has no constructor without arguments", e);
        } catch (final InvocationTargetException e) {
            throw new IllegalStateException("The constructor of " + type.getName() + " failed: " + e.getCause(), e);
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " can't be created: " + e.getMessage(), e);
        }
    }
}
