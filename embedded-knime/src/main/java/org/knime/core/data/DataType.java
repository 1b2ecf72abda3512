package org.knime.core.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.swing.Icon;

import org.geco.embedded.core.EmbeddedExtensions;
import org.knime.core.data.DataValue.UtilityFactory;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.renderer.DataValueRenderer;
import org.knime.core.data.renderer.DataValueRendererFactory;
import org.knime.core.data.renderer.DataValueRendererFamily;
import org.knime.core.data.renderer.DefaultDataValueRenderer;
import org.knime.core.data.renderer.DefaultDataValueRendererFamily;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** The type of a column: what can be read from its cells. */
public final class DataType {

    private static final Map<List<Object>, DataType> NATIVE = new ConcurrentHashMap<>();

    private static final DataType MISSING = getType(MissingCell.class);

    private static final DataCell MISSING_CELL = new MissingCell(null);

    private static final DataValueComparator FALLBACK =
        new LambdaComparator<>(DataValue.class, Comparator.comparing(Object::toString));

    private final Class<? extends DataCell> m_cellClass;

    private final List<Class<? extends DataValue>> m_valueClasses;

    private final DataType m_elementType;

    private DataType(final Class<? extends DataCell> cellClass, final List<Class<? extends DataValue>> valueClasses,
        final DataType elementType) {
        m_cellClass = cellClass;
        m_valueClasses = List.copyOf(valueClasses);
        m_elementType = elementType;
    }

    /**
     * @param cell a cell's class, no collection
     * @return its type
     */
    public static DataType getType(final Class<? extends DataCell> cell) {
        return getType(cell, null);
    }

    /**
     * @param cell a cell's class
     * @param elementType the type of the elements of a collection, otherwise null
     * @return its type
     */
    public static DataType getType(final Class<? extends DataCell> cell, final DataType elementType) {
        if (CollectionDataValue.class.isAssignableFrom(cell) == (elementType == null)) {
            throw new IllegalArgumentException(cell.getSimpleName()
                + (elementType == null ? " is a collection but no element type was provided"
                    : " is no collection, the element type must be null"));
        }
        final List<Object> key = elementType == null ? List.of(cell) : List.of(cell, elementType);
        return NATIVE.computeIfAbsent(key, k -> new DataType(cell, ValueClasses.of(cell), elementType));
    }

    static DataType typeOf(final DataCell cell) {
        return cell instanceof CollectionDataValue c ? getType(cell.getClass(), c.getElementType())
            : getType(cell.getClass());
    }

    /** @return the missing cell without a reason */
    public static DataCell getMissingCell() {
        return MISSING_CELL;
    }

    /**
     * @param type1 a type
     * @param type2 a type
     * @return the most special type that both belong to
     */
    public static DataType getCommonSuperType(final DataType type1, final DataType type2) {
        if (type1.isMissingValueType() || type2.isASuperTypeOf(type1) && !type1.isASuperTypeOf(type2)) {
            return type2;
        }
        if (type1.isASuperTypeOf(type2)) {
            return type1;
        }
        final List<Class<? extends DataValue>> common = new ArrayList<>(type1.m_valueClasses);
        common.retainAll(type2.m_valueClasses);
        if (common.isEmpty()) {
            common.add(DataValue.class);
        }
        final DataType element = type1.isCollectionType() && type2.isCollectionType()
            ? getCommonSuperType(type1.m_elementType, type2.m_elementType) : null;
        return new DataType(null, common, element);
    }

    /**
     * @param value a value class
     * @return its icon, renderers and comparator
     */
    public static UtilityFactory getUtilityFor(final Class<? extends DataValue> value) {
        return ValueClasses.utilityOf(value);
    }

    /** @return whether this is the type of the missing cell */
    public boolean isMissingValueType() {
        return equals(MISSING);
    }

    /** @return whether the cells hold cells */
    public boolean isCollectionType() {
        return m_elementType != null;
    }

    /** @return the type of the elements, null if this is no collection */
    public DataType getCollectionElementType() {
        return m_elementType;
    }

    /** @return the natural order of the cells */
    public DataValueComparator getComparator() {
        for (final Class<? extends DataValue> value : m_valueClasses) {
            final DataValueComparator comparator = getUtilityFor(value).getComparator();
            if (comparator != null) {
                return comparator;
            }
        }
        return FALLBACK;
    }

    /** @return the icon, may be null */
    public Icon getIcon() {
        return getUtilityFor(getPreferredValueClass()).getIcon();
    }

    /** @return the value that says best what the cells hold */
    public Class<? extends DataValue> getPreferredValueClass() {
        return m_valueClasses.get(0);
    }

    /** @return what can be read from the cells, the preferred value first */
    public List<Class<? extends DataValue>> getValueClasses() {
        return m_valueClasses;
    }

    /**
     * @param spec the column to be shown
     * @return its renderers
     */
    public DataValueRendererFamily getRenderer(final DataColumnSpec spec) {
        return new DefaultDataValueRendererFamily(getRendererFactories().stream().map(f -> f.createRenderer(spec))
            .toArray(DataValueRenderer[]::new));
    }

    /** @return the renderers registered for the values of these cells, at least the default one */
    public Collection<DataValueRendererFactory> getRendererFactories() {
        final Set<DataValueRendererFactory> all = new LinkedHashSet<>();
        m_valueClasses.forEach(v -> all.addAll(EmbeddedExtensions.renderersOf(v)));
        if (all.isEmpty()) {
            all.add(new DefaultDataValueRenderer.Factory());
        }
        return all;
    }

    /**
     * @param type another type
     * @return whether its cells may stand in a column of this type
     */
    public boolean isASuperTypeOf(final DataType type) {
        if (Objects.requireNonNull(type, "Type argument must not be null.") == this || type.isMissingValueType()) {
            return true;
        }
        return m_valueClasses.stream().allMatch(type::isCompatible)
            && (m_elementType == null || m_elementType.isASuperTypeOf(type.m_elementType));
    }

    /**
     * @param valueClass a value class
     * @return whether the cells can be read as this value
     */
    public boolean isCompatible(final Class<? extends DataValue> valueClass) {
        return m_valueClasses.stream().anyMatch(valueClass::isAssignableFrom) || valueClass == DataValue.class;
    }

    /** @return the class of the cells; null if they may have several classes */
    public Class<? extends DataCell> getCellClass() {
        return m_cellClass;
    }

    /** @return the name shown to the user */
    public String getName() {
        if (getUtilityFor(getPreferredValueClass()) instanceof ExtensibleUtilityFactory f) {
            return f.getName();
        }
        return m_cellClass == null ? "?" : m_cellClass.getSimpleName();
    }

    @Override
    public String toString() {
        return m_elementType == null ? getName() : getName() + " (Collection of: " + m_elementType + ")";
    }

    /** @param config receives the type */
    public void save(final ConfigWO config) {
        DataTypeConfig.save(this, config);
    }

    /**
     * @param config holds a type
     * @return the type
     * @throws InvalidSettingsException if the class of the cells isn't known
     */
    public static DataType load(final ConfigRO config) throws InvalidSettingsException {
        return DataTypeConfig.load(config);
    }

    /**
     * @param valueClasses what can be read from the cells, the preferred value first
     * @param elementType the type of the elements of a collection, otherwise null
     * @param adapterClasses must be empty here
     * @return a type without a cell class
     */
    public static DataType createNonNativeType(final List<Class<? extends DataValue>> valueClasses,
        final DataType elementType, final List<Class<? extends DataValue>> adapterClasses) {
        return new DataType(null, valueClasses, elementType);
    }

    @Override
    public boolean equals(final Object other) {
        return this == other || other instanceof DataType t && m_cellClass == t.m_cellClass
            && m_valueClasses.equals(t.m_valueClasses) && Objects.equals(m_elementType, t.m_elementType);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_cellClass, m_valueClasses, m_elementType);
    }
}
