package org.knime.core.data;

/** What can be read from a cell. */
public interface DataValue {

    /** Nothing is known of the plain value. */
    UtilityFactory UTILITY = new UtilityFactory();

    /** What is known of a value besides its content. */
    class UtilityFactory {

        /** Made by values only. */
        protected UtilityFactory() {
        }

        /** @return the natural order, null if there is none */
        protected DataValueComparator getComparator() {
            return null;
        }
    }
}
