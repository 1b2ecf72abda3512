package org.geco.embedded.parameters;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/** Creates objects of classes that a node names, whatever their visibility. */
final class Instances {

    private Instances() {
        // only its functions are used
    }

    static <T> T create(final Class<T> type) {
        try {
            return create(type.getDeclaredConstructor());
        } catch (final NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " has no constructor without arguments", e);
        }
    }

    static <T> T create(final Constructor<T> constructor, final Object... arguments) {
        final var name = constructor.getDeclaringClass().getName();
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (final InvocationTargetException e) {
            throw new IllegalStateException("The constructor of " + name + " failed: " + e.getCause(), e);
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException(name + " can't be created: " + e.getMessage(), e);
        }
    }
}
