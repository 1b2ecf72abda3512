package org.knime.node;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;

/** What a node does: its parameters and either configure + execute or the rearrangement of one table's columns. */
public final class DefaultModel implements FluentNodeAPI {

    private final Class<? extends NodeParameters> m_parametersClass;

    private final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> m_configure;

    private final ExecuteConsumer m_execute;

    private DefaultModel(final Class<? extends NodeParameters> parametersClass,
        final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure, final ExecuteConsumer execute) {
        m_parametersClass = parametersClass;
        m_configure = configure;
        m_execute = execute;
    }

    static RequireModelParameters create() {
        return parametersClass -> configure -> execute -> new DefaultModel(parametersClass, configure, execute);
    }

    Optional<Class<? extends NodeParameters>> parametersClass() {
        return Optional.ofNullable(m_parametersClass);
    }

    ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure() {
        return m_configure;
    }

    ExecuteConsumer execute() {
        return m_execute;
    }

    /** The step that takes the class of the parameters. */
    public interface RequireModelParameters {

        /**
         * @param parametersClass has a no-argument constructor
         * @return the next step
         */
        RequireConfigureOrRearrangeColumns parametersClass(Class<? extends NodeParameters> parametersClass);

        /** @return the next step of a node without parameters */
        default RequireConfigureOrRearrangeColumns withoutParameters() {
            return parametersClass(null);
        }
    }

    /** The step that takes what is done before the execution. */
    public interface RequireConfigureOrRearrangeColumns {

        /**
         * @param configure no heavy work, no files
         * @return the next step
         */
        RequireExecute configure(ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure);
    }

    /** The step that takes the execution. */
    public interface RequireExecute {

        /**
         * @param execute does the work
         * @return the model
         */
        DefaultModel execute(ExecuteConsumer execute);
    }

    /**
     * Done before the execution.
     *
     * @param <I> what it reads
     * @param <O> what it sets
     */
    public interface ConfigureOrRearrangerConsumer<I, O> {

        /**
         * @param input what it reads
         * @param output what it sets
         * @throws InvalidSettingsException if the node can't run like this
         */
        void accept(I input, O output) throws InvalidSettingsException;
    }

    /** The execution. */
    public interface ExecuteConsumer {

        /**
         * @param input what it reads
         * @param output what it sets
         * @throws CanceledExecutionException if the user cancelled
         * @throws KNIMEException if it failed
         */
        void accept(ExecuteInput input, ExecuteOutput output) throws CanceledExecutionException, KNIMEException;
    }

    /** What the configuration reads. */
    public interface ConfigureInput {

        /**
         * @param <S> their class
         * @return the parameters
         */
        <S extends NodeParameters> S getParameters();

        /**
         * @param index the port, from 0
         * @param <S> its class
         * @return the spec, null if not known or not connected
         */
        <S extends PortObjectSpec> S getInPortSpec(int index);

        /**
         * @param portIndex the port, from 0
         * @return the spec, null if not known or not connected
         */
        DataTableSpec getInTableSpec(int portIndex);
    }

    /** What the configuration sets. */
    public interface ConfigureOutput {

        /**
         * @param index the port, from 0
         * @param spec the spec, null if not known before the execution
         * @param <S> its class
         */
        <S extends PortObjectSpec> void setOutSpec(int index, S spec);

        /**
         * @param specs a spec for each port
         * @param <S> their class
         */
        @SuppressWarnings("unchecked")
        <S extends PortObjectSpec> void setOutSpecs(S... specs);

        /**
         * @param message the warning
         */
        void setWarningMessage(String message);
    }

    /** What the execution reads. */
    public interface ExecuteInput {

        /**
         * @param <S> their class
         * @return the parameters
         */
        <S extends NodeParameters> S getParameters();

        /** @return creates tables and file stores, takes progress, knows of cancellation */
        ExecutionContext getExecutionContext();

        /**
         * @param portIndex the port, from 0
         * @param <D> its class
         * @return the input, null if an optional port is not connected
         */
        <D extends PortObject> D getInPortObject(int portIndex);

        /**
         * @param portIndex the port, from 0
         * @return the table, null if an optional port is not connected
         */
        BufferedDataTable getInTable(int portIndex);
    }

    /** What the execution sets. */
    public interface ExecuteOutput {

        /**
         * @param index the port, from 0
         * @param data the output
         * @param <D> its class
         */
        <D extends PortObject> void setOutData(int index, D data);

        /**
         * @param data an output for each port
         * @param <D> their class
         */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setOutData(D... data);

        /**
         * @param data the data
         * @param <D> its class
         */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setInternalData(D... data);

        /**
         * @param message the warning
         */
        void setWarningMessage(String message);
    }
}
