package org.geco.asd.nodes.knime;

import java.util.concurrent.CancellationException;
import java.util.function.Function;

import org.geco.asd.common.AsdException;
import org.geco.asd.nn.runtime.OutOfMemory;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.node.DefaultModel;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOrRearrangerConsumer;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.parameters.NodeParameters;

/** The one place where failures of the algorithms become messages that KNIME shows: what is wrong, what to do. */
public final class NodeFailures {
    private NodeFailures() { }

    /** What a node does when it is executed, free to fail in every way that {@link #guard} translates. */
    @FunctionalInterface
    public interface Work {
        /** Works; failures of ours tell that the data or a setting is unusable. */
        void run(ExecuteInput input, ExecuteOutput output)
            throws AsdException, InvalidSettingsException, KNIMEException, CanceledExecutionException;
    }

    /** What a node checks when it is configured, free to fail with our own exception. */
    @FunctionalInterface
    public interface Check {
        /** Checks settings and specs. */
        void run(ConfigureInput input, ConfigureOutput output) throws AsdException, InvalidSettingsException;
    }

    /** @return a node's model, whose failures become messages of KNIME with a summary and a resolution */
    public static Function<RequireModelParameters, DefaultModel> guarded(
        final Class<? extends NodeParameters> parameters, final Check configure, final Work execute) {
        return model -> model.parametersClass(parameters).configure(guardConfigure(configure)).execute(guard(execute));
    }

    /** @return the same, with every failure turned into a {@link KNIMEException} that has a summary and a resolution */
    public static ExecuteConsumer guard(final Work work) {
        return (input, output) -> {
            try {
                work.run(input, output);
            } catch (AsdException e) {
                throw toKnime(e);
            } catch (InvalidSettingsException e) {
                throw invalidSettings(e);
            } catch (CancellationException e) { // NOSONAR: KNIME's own exception takes its place
                throw new CanceledExecutionException();
            } catch (OutOfMemoryError | RuntimeException e) {
                throw OutOfMemory.is(e) ? outOfMemory(e) : unexpected(e);
            }
        };
    }

    private static ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> guardConfigure(final Check check) {
        return (input, output) -> {
            try {
                check.run(input, output);
            } catch (AsdException e) {
                throw message(e).toInvalidSettingsException(e);
            }
        };
    }

    /** @return a failure of the algorithms for KNIME */
    public static KNIMEException toKnime(final AsdException e) {
        return KNIMEException.of(message(e), e);
    }

    /** @return a reason, as missing cells have it, with a full stop at its end */
    public static String sentence(final String reason) {
        return reason.endsWith(".") ? reason : reason + ".";
    }

    /** @return a failure of settings, and what the user can do about it */
    public static InvalidSettingsException settings(final String summary, final String... resolutions) {
        return Message.fromSummaryWithResolution(summary, resolutions).toInvalidSettingsException();
    }

    private static Message message(final AsdException e) {
        return Message.fromSummaryWithResolution(e.getMessage(), Places.resolutions(e));
    }

    private static KNIMEException invalidSettings(final InvalidSettingsException e) {
        return KNIMEException.of(Message.fromSummaryWithResolution(e.getMessage(),
            "Change the node's settings and execute it again."), e);
    }

    /** Where no setting bounds the memory; the learners name theirs. */
    private static KNIMEException outOfMemory(final Throwable e) {
        return KNIMEException.of(Message.fromSummaryWithResolution("There is not enough memory: " + e.getMessage(),
            OutOfMemory.isHeap(e) ? "Give KNIME more memory: raise -Xmx in knime.ini."
                : "Close other programs, or lower -Xmx in knime.ini if the heap is larger than it needs to be."), e);
    }

    private static KNIMEException unexpected(final Throwable e) {
        final Throwable root = e.getCause() == null ? e : e.getCause();
        return KNIMEException.of(Message.fromSummaryWithResolution("The node met a problem it does not know: " + root,
            "Execute the node again; if it fails again, report it with the KNIME log (View > Open KNIME log)."), e);
    }
}
