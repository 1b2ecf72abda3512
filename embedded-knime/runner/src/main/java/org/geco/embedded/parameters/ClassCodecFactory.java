package org.geco.embedded.parameters;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;

/** Finds out from a parameters class how its objects are stored. */
final class ClassCodecFactory {

    private static final String PARAMETERS_PACKAGE = Persist.class.getPackageName().replace(".persistence", "");

    private ClassCodecFactory() {
        // only its function is used
    }

    static ClassCodec create(final Class<?> type) {
        final var persistor = type.getAnnotation(Persistor.class);
        final var fields = new ArrayList<FieldCodec>();
        if (persistor == null) {
            addFields(type, type, fields);
        }
        final Optional<Codec> whole = Optional.ofNullable(persistor).map(p -> custom(p.value()));
        final var current = new ClassCodec(type, fields, whole);
        final var migration = type.getAnnotation(Migration.class);
        return migration == null ? current : new ClassCodec(type, fields,
            Optional.of(new MigratingCodec(new WholeCodec(current), migrations(migration))));
    }

    /** Fields of the superclass first, as KNIME writes them. */
    private static void addFields(final Class<?> type, final Class<?> owner, final List<FieldCodec> fields) {
        if (type.getSuperclass() != null) {
            addFields(type.getSuperclass(), owner, fields);
        }
        for (final var field : type.getDeclaredFields()) {
            if (isStored(field)) {
                fields.add(new FieldCodec(field, withMigrations(field, owner, codec(field))));
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
        final var persistor = field.getAnnotation(Persistor.class);
        if (persistor != null) {
            if (field.isAnnotationPresent(Persist.class)) {
                throw new IllegalStateException(describe(field) + " has both @Persist and @Persistor");
            }
            return custom(persistor.value());
        }
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
        final var name = field.getName().startsWith("m_") ? field.getName().substring(2) : field.getName();
        final var persist = field.getAnnotation(Persist.class);
        if (persist == null) {
            return name;
        }
        return (persist.configKey().isEmpty() ? name : persist.configKey()) + (persist.hidden() ? "_Internals" : "");
    }

    private static Codec withMigrations(final Field field, final Class<?> owner, final Codec codec) {
        final var migration = field.getAnnotation(Migration.class);
        final var migrate = field.getAnnotation(Migrate.class);
        if (migration != null && migrate != null) {
            throw new IllegalStateException(describe(field) + " has both @Migrate and @Migration");
        }
        final var migrating = migration == null ? codec : new MigratingCodec(codec, migrations(migration));
        final var byField = migrate != null && migrate.loadDefaultIfAbsent();
        final var byClass = migration == null && !codec.keys().isEmpty()
            && owner.isAnnotationPresent(LoadDefaultsForAbsentFields.class);
        return byField || byClass ? new DefaultIfAbsentCodec(migrating, () -> defaultValue(field, owner)) : migrating;
    }

    private static Object defaultValue(final Field field, final Class<?> owner) {
        return new FieldCodec(field, new NothingCodec()).get(Instances.create(owner));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the annotation names a raw class
    private static PersistorCodec custom(final Class<? extends NodeParametersPersistor> type) {
        return new PersistorCodec(Instances.create(type));
    }

    @SuppressWarnings("unchecked")
    private static List<ConfigMigration<Object>> migrations(final Migration migration) {
        return ((NodeParametersMigration<Object>)Instances.create(migration.value())).getConfigMigrations();
    }

    private static String describe(final Field field) {
        return "The field " + field.getDeclaringClass().getName() + "." + field.getName();
    }
}
