package org.knime.core.data.container;

/** How a container treats rows and domains. */
public final class DataContainerSettings {

    private final boolean m_initializeDomain;

    private DataContainerSettings(final boolean initializeDomain) {
        m_initializeDomain = initializeDomain;
    }

    /** @return the usual settings */
    public static DataContainerSettings getDefault() {
        return new DataContainerSettings(false);
    }

    /** @return a new builder */
    public static Builder builder() {
        return new DefaultBuilder();
    }

    /** @return whether the domains start with those of the spec */
    public boolean isInitializeDomain() {
        return m_initializeDomain;
    }

    /** Makes settings. */
    public interface Builder {

        /**
         * @param initDomain whether the domains start with those of the spec
         * @return this
         */
        Builder withInitializedDomain(boolean initDomain);

        /**
         * @param enableCheckDuplicateRowKeys ignored: duplicates are always an error here
         * @return this
         */
        Builder withCheckDuplicateRowKeys(boolean enableCheckDuplicateRowKeys);

        /**
         * @param enableDomainUpdate ignored: domains are always updated here
         * @return this
         */
        Builder withDomainUpdate(boolean enableDomainUpdate);

        /** @return the settings */
        DataContainerSettings build();
    }

    private static final class DefaultBuilder implements Builder {

        private boolean m_initialize;

        @Override
        public Builder withInitializedDomain(final boolean initDomain) {
            m_initialize = initDomain;
            return this;
        }

        @Override
        public Builder withCheckDuplicateRowKeys(final boolean enableCheckDuplicateRowKeys) {
            return this;
        }

        @Override
        public Builder withDomainUpdate(final boolean enableDomainUpdate) {
            return this;
        }

        @Override
        public DataContainerSettings build() {
            return new DataContainerSettings(m_initialize);
        }
    }
}
