package org.knime.core.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The type of a column: what can be read from its cells. */
public final class DataType {

    private static final Map<List<Object>, DataType> NATIVE = new ConcurrentHashMap<>();

    private static final DataType MISSING = getType(MissingCell.class);

    private static final DataCell MISSING_CELL = new MissingCell(null);

    private static final DataValueComparator FALLBACK =
        DataValueComparator.of(DataValue.class, Comparator.comparing(Object::toString));

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
        if (Iterable.class.isAssignableFrom(cell) == (elementType == null)) {
            throw new IllegalArgumentException(cell.getSimpleName()
                + (elementType == null ? " is a collection but no element type was provided"
                    : " is no collection, the element type must be null"));
        }
        final List<Object> key = elementType == null ? List.of(cell) : List.of(cell, elementType);
        return NATIVE.computeIfAbsent(key, k -> new DataType(cell, ValueClasses.of(cell), elementType));
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

    /** @return whether this is the type of the missing cell */
    public boolean isMissingValueType() {
        return equals(MISSING);
    }

    /** @return whether the cells hold cells */
    public boolean isCollectionType() {
        return m_elementType != null;
    }

    /** @return the natural order of the cells */
    public DataValueComparator getComparator() {
        for (final Class<? extends DataValue> value : m_valueClasses) {
            final DataValueComparator comparator = ValueClasses.utilityOf(value).getComparator();
            if (comparator != null) {
                return comparator;
            }
        }
        return FALLBACK;
    }

    /** @return the value that says best what the cells hold */
    public Class<? extends DataValue> getPreferredValueClass() {
        return m_valueClasses.get(0);
    }

    /**
     * @param type another type
     * @return whether its cells may stand in a column of this type
     */
    public boolean isASuperTypeOf(final DataType type) {
        if (type.equals(this) || type.isMissingValueType()) {
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

    /** @return the name shown to the user */
    public String getName() {
        if (ValueClasses.utilityOf(getPreferredValueClass()) instanceof ExtensibleUtilityFactory f) {
            return f.getName();
        }
        return m_cellClass == null ? "?" : m_cellClass.getSimpleName();
    }

    @Override
    public String toString() {
        return m_elementType == null ? getName() : getName() + " (Collection of: " + m_elementType + ")";
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
