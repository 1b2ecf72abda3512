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
        return new Builder();
    }

    /** @return whether the domains start with those of the spec */
    public boolean isInitializeDomain() {
        return m_initializeDomain;
    }

    /** Makes settings. */
    public static final class Builder {

        private boolean m_initialize;

        private Builder() {
        }

        /**
         * @param initDomain whether the domains start with those of the spec
         * @return this
         */
        public Builder withInitializedDomain(final boolean initDomain) {
            m_initialize = initDomain;
            return this;
        }

        /**
         * @param enableCheckDuplicateRowKeys ignored: duplicates are always an error here
         * @return this
         */
        public Builder withCheckDuplicateRowKeys(final boolean enableCheckDuplicateRowKeys) {
            return this;
        }

        /**
         * @param enableDomainUpdate ignored: domains are always updated here
         * @return this
         */
        public Builder withDomainUpdate(final boolean enableDomainUpdate) {
            return this;
        }

        /** @return the settings */
        public DataContainerSettings build() {
            return new DataContainerSettings(m_initialize);
        }
    }
}
