package org.geco.embedded.parameters;

import java.lang.reflect.Field;

/** A field and how it is stored. */
record FieldCodec(Field field, Codec codec) {

    FieldCodec {
        field.setAccessible(true);
    }

    Object get(final Object owner) {
        try {
            return field.get(owner);
        } catch (final IllegalAccessException e) {
            throw new IllegalStateException("Can't read " + field, e);
        }
    }

    void set(final Object owner, final Object value) {
        try {
            field.set(owner, value);
        } catch (final IllegalAccessException e) {
            throw new IllegalStateException("Can't write " + field, e);
        }
    }
}
