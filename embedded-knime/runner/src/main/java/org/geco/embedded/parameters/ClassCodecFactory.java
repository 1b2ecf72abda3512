package org.geco.embedded.parameters;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.persistence.Persistable;

/** Finds out from a parameters class how its objects are stored. */
final class ClassCodecFactory {

    private static final String PARAMETERS_PACKAGE = NodeParameters.class.getPackageName();

    private ClassCodecFactory() {
        // only its function is used
    }

    static ClassCodec create(final Class<?> type) {
        final var fields = new ArrayList<FieldCodec>();
        addFields(type, fields);
        return new ClassCodec(type, fields);
    }

    private static void addFields(final Class<?> type, final List<FieldCodec> fields) {
        if (type.getSuperclass() != null) {
            addFields(type.getSuperclass(), fields);
        }
        for (final var field : type.getDeclaredFields()) {
            if (isStored(field)) {
                fields.add(new FieldCodec(field, codec(field)));
            }
        }
    }

    private static boolean isStored(final Field field) {
        final var modifiers = field.getModifiers();
        if (Modifier.isStatic(modifiers) || Modifier.isTransient(modifiers) || field.isSynthetic()) {
            return false;
        }
        if (Modifier.isPrivate(modifiers)) {
            if (Arrays.stream(field.getAnnotations())
                .anyMatch(a -> a.annotationType().getName().startsWith(PARAMETERS_PACKAGE))) {
                throw new IllegalStateException(describe(field) + " is private: KNIME would neither show nor store it");
            }
            return false;
        }
        return true;
    }

    private static Codec codec(final Field field) {
        final var type = field.getType();
        final var key = key(field);
        if (type == Void.class) {
            return new NothingCodec();
        } else if (Persistable.class.isAssignableFrom(type)) {
            return new GroupCodec(key, create(type));
        } else if (type == Optional.class) {
            return new OptionalCodec(key, leaf(field, content(field)));
        } else if (type.isArray() && isGroup(type.getComponentType())) {
            return new ElementsCodec(key, true, element(field, type.getComponentType()));
        } else if (Collection.class.isAssignableFrom(type)) {
            return new ElementsCodec(key, false, element(field, content(field)));
        }
        return new LeafCodec(key, leaf(field, type));
    }

    private static boolean isGroup(final Class<?> type) {
        return Persistable.class.isAssignableFrom(type) || WidgetGroup.class.isAssignableFrom(type);
    }

    private static ClassCodec element(final Field field, final Class<?> type) {
        if (!Persistable.class.isAssignableFrom(type)) {
            throw new IllegalStateException(describe(field) + ": elements of type " + type.getName()
                + " can't be stored; let the class implement NodeParameters");
        }
        return create(type);
    }

    private static LeafType leaf(final Field field, final Class<?> type) {
        return LeafType.of(type).orElseThrow(() -> new IllegalStateException(describe(field) + " of type "
            + type.getName() + " can't be stored" + (WidgetGroup.class.isAssignableFrom(type)
                ? "; let the class implement NodeParameters" : "; give the field a @Persistor")));
    }

    private static Class<?> content(final Field field) {
        if (field.getGenericType() instanceof ParameterizedType generic
            && generic.getActualTypeArguments()[0] instanceof Class<?> content) {
            return content;
        }
        throw new IllegalStateException(describe(field) + ": the type of its content is not known");
    }

    private static String key(final Field field) {
        return field.getName().startsWith("m_") ? field.getName().substring(2) : field.getName();
    }

    private static String describe(final Field field) {
        return "The field " + field.getDeclaringClass().getName() + "." + field.getName();
    }
}
