package org.knime.node;

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

    private final Page m_page;

    private Function<ViewInput, Object> m_initialData;

    private DefaultView(final Class<? extends NodeParameters> parametersClass, final Page page) {
        m_parametersClass = parametersClass;
        m_page = page;
    }

    static RequireViewParameters create() {
        return parametersClass -> description -> page -> new DefaultView(parametersClass, page.apply(Page.create()));
    }

    /**
     * Sets the data the page starts with.
     *
     * @param initialData builds the service
     * @param <D> the data
     * @return this
     */
    public <D> DefaultView initialData(final Function<RequireInitialData, DefaultInitialData<D>> initialData) {
        final RequireInitialData step = DefaultView::newInitialData;
        m_initialData = initialData.apply(step).m_data::apply;
        return this;
    }

    /**
     * Sets what the page can call; nothing calls it without a window.
     *
     * @param dataService builds the service
     * @return this
     */
    public DefaultView dataService(final Function<RequireDataService, DefaultDataService> dataService) {
        return this;
    }

    Optional<Class<? extends NodeParameters>> parametersClass() {
        return Optional.ofNullable(m_parametersClass);
    }

    Page page() {
        return m_page;
    }

    /** @return gives the data the page starts with; empty if it needs none */
    Optional<Function<ViewInput, Object>> initialData() {
        return Optional.ofNullable(m_initialData);
    }

    private static <D> DefaultInitialData<D> newInitialData(final Function<ViewInput, D> data) {
        return new DefaultInitialData<>(data);
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
            return this;
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
    }

    /** One object whose methods the page can call. */
    public static final class SingleHandlerDataService extends DefaultDataService {
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
