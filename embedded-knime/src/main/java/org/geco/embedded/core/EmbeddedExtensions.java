package org.geco.embedded.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageCell;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.data.image.png.PNGImageValueRendererFactoryUtil;
import org.knime.core.data.renderer.DataValueRendererFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.flowvariable.FlowVariablePortObjectSpec;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;

/**
 * The registered cell classes, renderers and port types: KNIME's own that are supported here, and what the runner
 * registers from plugin.xml at start-up.
 */
public final class EmbeddedExtensions {

    private static final Map<Class<? extends DataCell>, DataCellSerializer<? extends DataCell>> CELLS =
        Collections.synchronizedMap(new LinkedHashMap<>());

    private static final Map<Class<? extends DataValue>, List<DataValueRendererFactory>> RENDERERS =
        new ConcurrentHashMap<>();

    private static final Map<Class<? extends PortObject>, PortTypeExtension> PORTS =
        Collections.synchronizedMap(new LinkedHashMap<>());

    static {
        registerDataType(StringCell.class, new StringCell.StringSerializer());
        registerDataType(DoubleCell.class, new DoubleCell.DoubleSerializer());
        registerDataType(IntCell.class, new IntCell.IntCellSerializer());
        registerDataType(LongCell.class, new LongCell.LongSerializer());
        registerDataType(BooleanCell.class, new BooleanCell.BooleanSerializer());
        registerDataType(ListCell.class, new ListCell.ListCellSerializer());
        registerDataType(PNGImageCell.class, new PNGImageCell.PNGSerializer());
        registerRenderer(PNGImageValue.class, new PNGImageValueRendererFactoryUtil.StandardRendererFactory());
        registerPortType(new PortTypeExtension("Table", 0x000000, BufferedDataTable.class, null,
            DataTableSpec.class, null));
        registerPortType(new PortTypeExtension("Generic Port", PortType.DEFAULT_COLOR, PortObject.class, null,
            PortObjectSpec.class, null));
        registerPortType(new PortTypeExtension("Flow Variable", 0xff4b4b, FlowVariablePortObject.class,
            new FlowVariablePortObject.Serializer(), FlowVariablePortObjectSpec.class,
            new FlowVariablePortObjectSpec.Serializer()));
        registerPortType(new PortTypeExtension("Image", 0x41be78, ImagePortObject.class,
            new ImagePortObject.Serializer(), ImagePortObjectSpec.class, new ImagePortObjectSpec.Serializer()));
    }

    private EmbeddedExtensions() {
    }

    /**
     * @param cell a cell's class
     * @param serializer writes and reads its cells
     * @param <C> the class
     */
    public static <C extends DataCell> void registerDataType(final Class<C> cell,
        final DataCellSerializer<C> serializer) {
        CELLS.put(cell, Objects.requireNonNull(serializer, "serializer"));
    }

    /**
     * @param value a value
     * @param renderer shows it
     */
    public static void registerRenderer(final Class<? extends DataValue> value,
        final DataValueRendererFactory renderer) {
        RENDERERS.computeIfAbsent(value, v -> new CopyOnWriteArrayList<>()).add(renderer);
    }

    /** @param port a port type with its serializers */
    public static void registerPortType(final PortTypeExtension port) {
        PORTS.put(port.objectClass(), port);
    }

    /** @return the registered cell classes */
    public static List<Class<? extends DataCell>> cellClasses() {
        synchronized (CELLS) {
            return List.copyOf(CELLS.keySet());
        }
    }

    /**
     * @param name a cell's class name
     * @return the registered class
     */
    public static Optional<Class<? extends DataCell>> cellClass(final String name) {
        if (name.equals(MissingCell.class.getName())) {
            return Optional.of(MissingCell.class);
        }
        for (final Class<? extends DataCell> c : cellClasses()) {
            if (c.getName().equals(name)) {
                return Optional.of(c);
            }
        }
        return Optional.empty();
    }

    /**
     * @param cell a cell class
     * @return its serializer
     */
    @SuppressWarnings("unchecked")
    public static Optional<DataCellSerializer<DataCell>> serializerOf(final Class<? extends DataCell> cell) {
        return Optional.ofNullable((DataCellSerializer<DataCell>)CELLS.get(cell));
    }

    /**
     * @param value a value
     * @return the renderers registered for it
     */
    public static List<DataValueRendererFactory> renderersOf(final Class<? extends DataValue> value) {
        return List.copyOf(RENDERERS.getOrDefault(value, List.of()));
    }

    /** @return the registered port types */
    public static List<PortTypeExtension> portTypes() {
        synchronized (PORTS) {
            return List.copyOf(PORTS.values());
        }
    }

    /**
     * @param objectClass a port object's class
     * @return its registration
     */
    public static Optional<PortTypeExtension> portType(final Class<? extends PortObject> objectClass) {
        return Optional.ofNullable(PORTS.get(objectClass));
    }
}
