package org.knime.node;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** What a node does: its parameters and either configure + execute or the rearrangement of one table's columns. */
public abstract sealed class DefaultModel implements FluentNodeAPI {

    private final Class<? extends NodeParameters> m_parametersClass;

    private DefaultModel(final Class<? extends NodeParameters> parametersClass) {
        m_parametersClass = parametersClass;
    }

    static RequireModelParameters create() {
        return FirstStep::new;
    }

    Optional<Class<? extends NodeParameters>> parametersClass() {
        return Optional.ofNullable(m_parametersClass);
    }

    /** Configure and execute. */
    static final class Standard extends DefaultModel {

        private final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> m_configure;

        private final ExecuteConsumer m_execute;

        private Standard(final Class<? extends NodeParameters> parametersClass,
            final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure,
            final ExecuteConsumer execute) {
            super(parametersClass);
            m_configure = configure;
            m_execute = execute;
        }

        ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure() {
            return m_configure;
        }

        ExecuteConsumer execute() {
            return m_execute;
        }
    }

    /** One table in, one out, row by row. */
    static final class Rearranging extends DefaultModel {

        private final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> m_rearrange;

        private Rearranging(final Class<? extends NodeParameters> parametersClass,
            final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrange) {
            super(parametersClass);
            m_rearrange = rearrange;
        }

        ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrange() {
            return m_rearrange;
        }
    }

    private record FirstStep(Class<? extends NodeParameters> parametersClass)
        implements RequireConfigureOrRearrangeColumns {

        @Override
        public RequireExecute
            configure(final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure) {
            return execute -> new Standard(parametersClass, configure, execute);
        }

        @Override
        public DefaultModel rearrangeColumns(
            final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrangeColumns) {
            return new Rearranging(parametersClass, rearrangeColumns);
        }
    }

    /** The step that takes the class of the parameters. */
    public interface RequireModelParameters {

        /**
         * Sets the class.
         *
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
         * Sets what checks the settings and gives the output specs.
         *
         * @param configure no heavy work, no files
         * @return the next step
         */
        RequireExecute configure(ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure);

        /**
         * Sets what changes the columns of the only input table to those of the only output table.
         *
         * @param rearrangeColumns called at configuration and at execution
         * @return the model
         */
        DefaultModel rearrangeColumns(
            ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrangeColumns);
    }

    /** The step that takes the execution. */
    public interface RequireExecute {

        /**
         * Sets the execution.
         *
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
         * Does it.
         *
         * @param input what it reads
         * @param output what it sets
         * @throws InvalidSettingsException if the node can't run like this
         */
        void accept(I input, O output) throws InvalidSettingsException;
    }

    /** The execution. */
    public interface ExecuteConsumer {

        /**
         * Does the work.
         *
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
         * The parameters.
         *
         * @param <S> their class
         * @return the parameters
         */
        <S extends NodeParameters> S getParameters();

        /** @return the input specs, null where not known or not connected */
        PortObjectSpec[] getInPortSpecs();

        /**
         * An input spec.
         *
         * @param index the port, from 0
         * @param <S> its class
         * @return the spec, null if not known or not connected
         */
        <S extends PortObjectSpec> S getInPortSpec(int index);

        /** @return the specs of the input tables, null where not known or not connected */
        DataTableSpec[] getInTableSpecs();

        /**
         * The spec of an input table.
         *
         * @param portIndex the port, from 0
         * @return the spec, null if not known or not connected
         */
        DataTableSpec getInTableSpec(int portIndex);

        /** @return the types of the output ports */
        PortType[] getOutPortTypes();
    }

    /** What the configuration sets. */
    public interface ConfigureOutput {

        /**
         * Sets an output spec.
         *
         * @param index the port, from 0
         * @param spec the spec, null if not known before the execution
         * @param <S> its class
         */
        <S extends PortObjectSpec> void setOutSpec(int index, S spec);

        /**
         * Sets the output specs.
         *
         * @param specs a spec for each port
         * @param <S> their class
         */
        @SuppressWarnings("unchecked")
        <S extends PortObjectSpec> void setOutSpecs(S... specs);

        /**
         * Shows a warning at the node.
         *
         * @param message the warning
         */
        void setWarningMessage(String message);
    }

    /** What the execution reads. */
    public interface ExecuteInput {

        /**
         * The parameters.
         *
         * @param <S> their class
         * @return the parameters
         */
        <S extends NodeParameters> S getParameters();

        /** @return creates tables and file stores, takes progress, knows of cancellation */
        ExecutionContext getExecutionContext();

        /** @return the inputs, null where an optional port is not connected */
        PortObject[] getInPortObjects();

        /**
         * An input.
         *
         * @param portIndex the port, from 0
         * @param <D> its class
         * @return the input, null if an optional port is not connected
         */
        <D extends PortObject> D getInPortObject(int portIndex);

        /** @return the input tables */
        BufferedDataTable[] getInTables();

        /**
         * An input table.
         *
         * @param portIndex the port, from 0
         * @return the table, null if an optional port is not connected
         */
        BufferedDataTable getInTable(int portIndex);

        /** @return the types of the output ports */
        PortType[] getOutPortTypes();
    }

    /** What the execution sets. */
    public interface ExecuteOutput {

        /**
         * Sets an output.
         *
         * @param index the port, from 0
         * @param data the output
         * @param <D> its class
         */
        <D extends PortObject> void setOutData(int index, D data);

        /**
         * Sets the outputs.
         *
         * @param data an output for each port
         * @param <D> their class
         */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setOutData(D... data);

        /**
         * Keeps data for the view.
         *
         * @param data the data
         * @param <D> its class
         */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setInternalData(D... data);

        /**
         * Shows a warning at the node.
         *
         * @param message the warning
         */
        void setWarningMessage(String message);
    }

    /** What a rearrangement reads. */
    public interface RearrangeColumnsInput {

        /**
         * The parameters.
         *
         * @param <S> their class
         * @return the parameters
         */
        <S extends NodeParameters> S getParameters();

        /** @return the spec of the input table */
        DataTableSpec getDataTableSpec();
    }

    /** What a rearrangement sets. */
    public interface RearrangeColumnsOutput {

        /**
         * Sets the change of columns.
         *
         * @param rearranger the change
         */
        void setColumnRearranger(ColumnRearranger rearranger);
    }
}
