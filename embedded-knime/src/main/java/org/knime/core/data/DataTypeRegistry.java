package org.knime.core.data;

import java.util.Collection;
import java.util.Optional;

import org.geco.embedded.core.EmbeddedExtensions;
import org.knime.core.data.collection.CollectionDataValue;

/** Knows the registered cell classes and their serializers. */
public final class DataTypeRegistry {

    private static final DataTypeRegistry INSTANCE = new DataTypeRegistry();

    private DataTypeRegistry() {
    }

    /** @return the registry */
    public static DataTypeRegistry getInstance() {
        return INSTANCE;
    }

    /** @return the types of all registered cell classes */
    public Collection<DataType> availableDataTypes() {
        return EmbeddedExtensions.cellClasses().stream()
            .filter(c -> !CollectionDataValue.class.isAssignableFrom(c)).map(DataType::getType).toList();
    }

    /**
     * @param className a cell's class name
     * @return the registered class
     */
    public Optional<Class<? extends DataCell>> getCellClass(final String className) {
        return EmbeddedExtensions.cellClass(className);
    }

    /**
     * @param cellClass a cell class
     * @return the registered serializer
     */
    public Optional<DataCellSerializer<DataCell>> getSerializer(final Class<? extends DataCell> cellClass) {
        return EmbeddedExtensions.serializerOf(cellClass);
    }
}
