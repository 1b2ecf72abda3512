package org.knime.core.node;

import java.util.concurrent.atomic.AtomicLong;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.message.Message;
import org.knime.core.node.util.CheckUtils;

/** The user cancelled the node. */
public class CanceledExecutionException extends Exception implements MessageAwareException {

    /** What a cancelled node says. */
    public static final Message DEFAULT_CANCEL_MESSAGE = Message.fromSummary("Execution canceled");

    private static final long serialVersionUID = 1L;

    private final transient Message m_message;

    /** Cancelled with the usual message. */
    public CanceledExecutionException() {
        this(DEFAULT_CANCEL_MESSAGE);
    }

    /** @param s why */
    public CanceledExecutionException(final String s) {
        this(Message.fromSummary(s));
    }

    /** @param message why */
    public CanceledExecutionException(final Message message) {
        super(message.getSummary());
        m_message = message;
    }

    @Override
    public Message getKNIMEMessage() {
        return m_message;
    }

    /** Says whether to go on. */
    @FunctionalInterface
    public interface CancelChecker {

        /** @throws CanceledExecutionException if the user cancelled */
        void checkCanceled() throws CanceledExecutionException;

        /**
         * @param exec the context to ask
         * @return a checker that asks at every 1000th call
         */
        static CancelChecker checkCanceledPeriodically(final ExecutionContext exec) {
            return checkCanceledPeriodically(exec, 1000);
        }

        /**
         * @param exec the context to ask
         * @param skipEveryNInvocations ask at every n-th call
         * @return the checker
         */
        static CancelChecker checkCanceledPeriodically(final ExecutionContext exec,
            final long skipEveryNInvocations) {
            CheckUtils.checkArgument(skipEveryNInvocations > 0, "The interval must be positive");
            final AtomicLong calls = new AtomicLong();
            return () -> {
                if (calls.incrementAndGet() % skipEveryNInvocations == 0) {
                    exec.checkCanceled();
                }
            };
        }
    }
}
