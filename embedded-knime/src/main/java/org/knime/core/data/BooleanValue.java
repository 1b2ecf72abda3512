package org.knime.core.data;

import java.util.Comparator;

/** A value with a boolean. */
public interface BooleanValue extends DataValue {

    /** Name, icon, renderers and comparator. */
    UtilityFactory UTILITY = new BooleanUtilityFactory();

    /** @return the boolean */
    boolean getBooleanValue();

    /** Name, icon, renderers and comparator. */
    class BooleanUtilityFactory extends ExtensibleUtilityFactory {

        private static final DataValueComparator COMPARATOR =
            new LambdaComparator<>(BooleanValue.class, Comparator.comparing(BooleanValue::getBooleanValue));

        /** Made once. */
        protected BooleanUtilityFactory() {
            super(BooleanValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return COMPARATOR;
        }

        @Override
        public String getName() {
            return "Boolean";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
