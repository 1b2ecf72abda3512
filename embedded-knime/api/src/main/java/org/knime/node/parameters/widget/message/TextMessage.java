package org.knime.node.parameters.widget.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

import org.knime.node.parameters.updates.StateProvider;

/** Shows a message in the dialog in place of a parameter (a field of type Void). */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextMessage {

    /** @return the class that gives the message, or none */
    Class<? extends StateProvider<Optional<Message>>> value();

    /**
     * A message.
     *
     * @param title the first line
     * @param description the rest
     * @param type how serious it is
     */
    record Message(String title, String description, MessageType type) {
    }

    /** How serious a message is. */
    enum MessageType {
        /** Good to know. */
        INFO,
        /** Look at this. */
        WARNING,
        /** Does not work. */
        ERROR,
        /** Works. */
        SUCCESS
    }
}
