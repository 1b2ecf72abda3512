package org.knime.node;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.data.InitialDataService.Serializer;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Page.RequireFromFileOrString;
import org.knime.node.parameters.NodeParameters;

/** What a node shows after its execution: a page and the data it asks for. */
public final class DefaultView implements FluentNodeAPI {

    private final Class<? extends NodeParameters> m_parametersClass;

    private final String m_description;

    private final Page m_page;

    private DefaultInitialData<?> m_initialData;

    private SingleHandlerDataService m_dataService;

    private DefaultView(final Class<? extends NodeParameters> parametersClass, final String description,
        final Page page) {
        m_parametersClass = parametersClass;
        m_description = description;
        m_page = page;
    }

    static RequireViewParameters create() {
        return parametersClass -> description -> page -> new DefaultView(parametersClass, description,
            page.apply(Page.create()));
    }

    /**
     * Sets the data the page starts with.
     *
     * @param initialData builds the service
     * @param <D> the data
     * @return this
     */
    public <D> DefaultView initialData(final Function<RequireInitialData, DefaultInitialData<D>> initialData) {
        m_initialData = initialData.apply(new RequireInitialData() {
            @Override
            public <T> DefaultInitialData<T> data(final Function<ViewInput, T> data) {
                return new DefaultInitialData<>(data);
            }
        });
        return this;
    }

    /**
     * Sets what the page can call; nothing calls it without a window but tests.
     *
     * @param dataService builds the service
     * @return this
     */
    public DefaultView dataService(final Function<RequireDataService, DefaultDataService> dataService) {
        m_dataService = (SingleHandlerDataService)dataService.apply(SingleHandlerDataService::new);
        return this;
    }

    Optional<Class<? extends NodeParameters>> parametersClass() {
        return Optional.ofNullable(m_parametersClass);
    }

    Page page() {
        return m_page;
    }

    String description() {
        return m_description;
    }

    /** @return gives the data the page starts with; empty if it needs none */
    Optional<DefaultInitialData<?>> initialData() {
        return Optional.ofNullable(m_initialData);
    }

    /** @return gives the object whose methods the page can call; empty if there is none */
    Optional<Function<ViewInput, Object>> handler() {
        return Optional.ofNullable(m_dataService).map(service -> service.m_handler);
    }

    /** The step that takes the class of the view's parameters. */
    public interface RequireViewParameters {

        /**
         * Sets the class.
         *
         * @param parametersClass has a no-argument constructor
         * @return the next step
         */
        RequireDescription parametersClass(Class<? extends NodeParameters> parametersClass);

        /** @return the next step of a view without parameters */
        default RequireDescription withoutParameters() {
            return parametersClass(null);
        }
    }

    /** The step that takes the description. */
    public interface RequireDescription {

        /**
         * Sets the description.
         *
         * @param description what the view shows
         * @return the next step
         */
        RequirePage description(String description);
    }

    /** The step that takes the page. */
    public interface RequirePage {

        /**
         * Sets the page.
         *
         * @param page builds the page
         * @return the view
         */
        DefaultView page(Function<RequireFromFileOrString, Page> page);
    }

    /** The step that takes the data. */
    public interface RequireInitialData {

        /**
         * Sets what gives the data.
         *
         * @param data gives it
         * @param <D> its type
         * @return the service
         */
        <D> DefaultInitialData<D> data(Function<ViewInput, D> data);
    }

    /**
     * The data the page starts with.
     *
     * @param <D> its type
     */
    public static final class DefaultInitialData<D> implements FluentNodeAPI {

        private final Function<ViewInput, D> m_data;

        private Serializer<D> m_serializer;

        private DefaultInitialData(final Function<ViewInput, D> data) {
            m_data = data;
        }

        /**
         * Sets how the data becomes text; JSON otherwise.
         *
         * @param serializer turns it into text
         * @return this
         */
        public DefaultInitialData<D> serializer(final Serializer<D> serializer) {
            if (m_serializer != null) {
                throw new IllegalStateException("The serializer is already set");
            }
            m_serializer = serializer;
            return this;
        }

        /** @return the data, as text if there is a serializer */
        Object compute(final ViewInput input) throws IOException {
            final var data = m_data.apply(input);
            return m_serializer == null ? data : m_serializer.serialize(data);
        }
    }

    /** The step that takes what the page can call. */
    public interface RequireDataService {

        /**
         * Sets the one object whose methods can be called.
         *
         * @param handler gives it
         * @return the service
         */
        SingleHandlerDataService handler(Function<ViewInput, Object> handler);
    }

    /** What the page can call. */
    public abstract static class DefaultDataService implements FluentNodeAPI {

        DefaultDataService() {
            // only the classes here extend it
        }
    }

    /** One object whose methods the page can call. */
    public static final class SingleHandlerDataService extends DefaultDataService {

        private final Function<ViewInput, Object> m_handler;

        private SingleHandlerDataService(final Function<ViewInput, Object> handler) {
            m_handler = handler;
        }
    }

    /** What a view reads. */
    public interface ViewInput {

        /**
         * The view's parameters.
         *
         * @param <S> their class
         * @return the parameters
         */
        <S extends NodeParameters> S getParameters();

        /** @return what the execution kept for the view */
        PortObject[] getInternalPortObjects();

        /** @return the tables the execution kept for the view */
        default BufferedDataTable[] getInternalTables() {
            return Arrays.stream(getInternalPortObjects()).map(BufferedDataTable.class::cast)
                .toArray(BufferedDataTable[]::new);
        }
    }
}
