package org.knime.node;

import java.io.IOException;
import java.util.Optional;

import org.knime.core.node.port.PortObject;
import org.knime.core.webui.page.Page;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;

/** Opens a node's view to tests. Not part of KNIME's API: nodes must not use it. */
public final class DefaultViewAccess {

    private final DefaultView m_view;

    DefaultViewAccess(final DefaultView view) {
        m_view = view;
    }

    /** @return what the view shows, in words */
    public String description() {
        return m_view.description();
    }

    /** @return the class of the view's parameters, empty if it has none */
    public Optional<Class<? extends NodeParameters>> parametersClass() {
        return m_view.parametersClass();
    }

    /** @return the page */
    public Page page() {
        return m_view.page();
    }

    /**
     * Computes the data the page starts with.
     *
     * @param parameters the view's parameters, null if it has none
     * @param internals what the execution kept for the view
     * @return what the node gives: the text of its serializer if it set one; empty if the page needs no data
     * @throws IOException if the serializer fails
     */
    public Optional<Object> initialData(final NodeParameters parameters, final PortObject[] internals)
        throws IOException {
        final var data = m_view.initialData();
        return data.isEmpty() ? Optional.empty()
            : Optional.ofNullable(data.get().compute(new Input(parameters, internals)));
    }

    /**
     * Gives the object whose public methods the page can call.
     *
     * @param parameters the view's parameters, null if it has none
     * @param internals what the execution kept for the view
     * @return the object; empty if the page calls nothing
     */
    public Optional<Object> handler(final NodeParameters parameters, final PortObject[] internals) {
        return m_view.handler().map(handler -> handler.apply(new Input(parameters, internals)));
    }

    private record Input(NodeParameters parameters, PortObject[] internals) implements ViewInput {

        @Override
        @SuppressWarnings("unchecked")
        public <S extends NodeParameters> S getParameters() {
            return (S)parameters;
        }

        @Override
        public PortObject[] getInternalPortObjects() {
            return internals;
        }
    }
}
