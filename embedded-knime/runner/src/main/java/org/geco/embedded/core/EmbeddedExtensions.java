package org.geco.embedded.core;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;

/** The registered cell classes and port types: KNIME's own that are supported here, and what a plugin.xml registers. */
public final class EmbeddedExtensions {

    private static final Map<Class<?>, DataCellSerializer<DataCell>> CELLS = new ConcurrentHashMap<>();

    private static final Map<Class<?>, PortTypeExtension> PORTS = new ConcurrentHashMap<>();

    static {
        basic(StringCell.class, (cell, out) -> out.writeUTF(cell.getStringValue()), in -> new StringCell(in.readUTF()));
        basic(DoubleCell.class, (cell, out) -> out.writeDouble(cell.getDoubleValue()),
            in -> new DoubleCell(in.readDouble()));
        basic(IntCell.class, (cell, out) -> out.writeInt(cell.getIntValue()), in -> new IntCell(in.readInt()));
        basic(LongCell.class, (cell, out) -> out.writeLong(cell.getLongValue()), in -> new LongCell(in.readLong()));
        basic(BooleanCell.class, (cell, out) -> out.writeBoolean(cell.getBooleanValue()),
            in -> in.readBoolean() ? BooleanCell.TRUE : BooleanCell.FALSE);
        basic(ListCell.class, EmbeddedExtensions::writeList, EmbeddedExtensions::readList);
        image(new ImagePortObject.Serializer(), new ImagePortObjectSpec.Serializer());
    }

    private EmbeddedExtensions() {
    }

    private interface Writer<C> {
        void write(C cell, DataCellDataOutput out) throws IOException;
    }

    private interface Reader<C> {
        C read(DataCellDataInput in) throws IOException;
    }

    private static <C extends DataCell> void basic(final Class<C> cell, final Writer<C> writer,
        final Reader<C> reader) {
        registerDataType(cell, new DataCellSerializer<C>() {
            @Override
            public void serialize(final C value, final DataCellDataOutput output) throws IOException {
                writer.write(value, output);
            }

            @Override
            public C deserialize(final DataCellDataInput input) throws IOException {
                return reader.read(input);
            }
        });
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void image(final PortObjectSerializer serializer, final PortObjectSpecSerializer specSerializer) {
        registerPortType(new PortTypeExtension("Image", ImagePortObject.class, serializer, specSerializer));
    }

    private static void writeList(final ListCell list, final DataCellDataOutput out) throws IOException {
        out.writeInt(list.size());
        for (final DataCell cell : list) {
            out.writeDataCell(cell);
        }
    }

    private static ListCell readList(final DataCellDataInput in) throws IOException {
        final int size = in.readInt();
        final List<DataCell> cells = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            cells.add(in.readDataCell());
        }
        return CollectionCellFactory.createListCell(cells);
    }

    /**
     * @param cell a cell's class
     * @param serializer writes and reads its cells
     * @param <C> the class
     */
    @SuppressWarnings("unchecked")
    public static <C extends DataCell> void registerDataType(final Class<C> cell,
        final DataCellSerializer<C> serializer) {
        CELLS.put(cell, (DataCellSerializer<DataCell>)Objects.requireNonNull(serializer, "serializer"));
    }

    /** @param port a port type with its serializers */
    public static void registerPortType(final PortTypeExtension port) {
        PORTS.put(port.objectClass(), port);
    }

    /**
     * @param cell a cell class
     * @return its serializer
     */
    public static Optional<DataCellSerializer<DataCell>> serializerOf(final Class<? extends DataCell> cell) {
        return Optional.ofNullable(CELLS.get(cell));
    }

    /**
     * @param objectClass a port object's class
     * @return its registration
     */
    public static Optional<PortTypeExtension> portType(final Class<? extends PortObject> objectClass) {
        return Optional.ofNullable(PORTS.get(objectClass));
    }

    /**
     * @param type a port type
     * @return its name
     */
    public static String portName(final PortType type) {
        if (type.getPortObjectClass() == BufferedDataTable.class) {
            return "Table";
        }
        return portType(type.getPortObjectClass()).map(PortTypeExtension::name)
            .orElseGet(type.getPortObjectClass()::getSimpleName);
    }
}
