package org.knime.core.internal;

import org.knime.core.node.message.Message;

/** Implemented by exceptions that carry a {@code Message}. */
public interface MessageAwareException {

    /** @return the message */
    Message getKNIMEMessage();
}
