package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.RequirePorts.PortsAdder;

/** What a node is: its texts, ports, model and view, put together step by step. */
public final class DefaultNode implements FluentNodeAPI {

    private final Texts m_texts;

    private final PortList m_ports = new PortList();

    private final DefaultModel m_model;

    private final List<String> m_keywords = new ArrayList<>();

    private DefaultView m_view;

    private NodeType m_nodeType;

    private DefaultNode(final Texts texts, final Consumer<PortsAdder> ports, final DefaultModel model) {
        m_texts = texts;
        ports.accept(m_ports);
        m_model = Objects.requireNonNull(model, "A node needs a model");
    }

    /** @return the first step: the name */
    public static RequireName create() {
        return name -> icon -> shortDescription -> fullDescription -> (major, minor, revision) -> ports -> model -> {
            final var version = major + "." + minor + "." + revision;
            return new DefaultNode(new Texts(name, icon, shortDescription, fullDescription, version), ports,
                model.apply(DefaultModel.create()));
        };
    }

    /**
     * Adds a view; one at most.
     *
     * @param view builds the view
     * @return this
     */
    public DefaultNode addView(final Function<RequireViewParameters, DefaultView> view) {
        if (m_view != null) {
            throw new UnsupportedOperationException("Multiple views per node are not supported yet.");
        }
        m_view = view.apply(DefaultView.create());
        return this;
    }

    /**
     * Sets what kind of node it is, which gives its colour; once at most.
     *
     * @param nodeType the kind
     * @return this
     */
    public DefaultNode nodeType(final NodeType nodeType) {
        if (m_nodeType != null) {
            throw new IllegalStateException("The node type is already set");
        }
        m_nodeType = nodeType;
        return this;
    }

    /**
     * Sets the words a search finds the node by; once at most.
     *
     * @param keywords the words
     * @return this
     */
    public DefaultNode keywords(final String... keywords) {
        if (!m_keywords.isEmpty()) {
            throw new IllegalStateException("The keywords are already set");
        }
        m_keywords.addAll(List.of(keywords));
        return this;
    }

    Texts texts() {
        return m_texts;
    }

    PortList ports() {
        return m_ports;
    }

    DefaultModel model() {
        return m_model;
    }

    List<String> keywordList() {
        return List.copyOf(m_keywords);
    }

    Optional<NodeType> type() {
        return Optional.ofNullable(m_nodeType);
    }

    Optional<DefaultView> view() {
        return Optional.ofNullable(m_view);
    }

    /** What the description shows of a node. */
    record Texts(String name, String icon, String shortDescription, String fullDescription, String sinceVersion) {

        Texts {
            Objects.requireNonNull(name, "A node needs a name");
            Objects.requireNonNull(icon, "A node needs an icon");
            Objects.requireNonNull(shortDescription, "A node needs a short description");
            Objects.requireNonNull(fullDescription, "A node needs a full description");
        }
    }

    /** The step that takes the name. */
    public interface RequireName {

        /**
         * Sets the name.
         *
         * @param name what users see
         * @return the next step
         */
        RequireIcon name(String name);
    }

    /** The step that takes the icon. */
    public interface RequireIcon {

        /**
         * Sets the icon.
         *
         * @param icon the path of a 16x16 PNG, from the factory's package
         * @return the next step
         */
        RequireShortDescription icon(String icon);
    }

    /** The step that takes the short description. */
    public interface RequireShortDescription {

        /**
         * Sets the short description.
         *
         * @param shortDescription one sentence
         * @return the next step
         */
        RequireFullDescription shortDescription(String shortDescription);
    }

    /** The step that takes the full description. */
    public interface RequireFullDescription {

        /**
         * Sets the full description.
         *
         * @param fullDescription HTML
         * @return the next step
         */
        RequireSinceVersion fullDescription(String fullDescription);
    }

    /** The step that takes the version. */
    public interface RequireSinceVersion {

        /**
         * Sets the KNIME version the node first appeared with.
         *
         * @param major the first number
         * @param minor the second
         * @param revision the third
         * @return the next step
         */
        RequirePorts sinceVersion(int major, int minor, int revision);
    }

    /** The step that takes the model. */
    public interface RequireModel {

        /**
         * Sets the model.
         *
         * @param model builds the model
         * @return the node
         */
        DefaultNode model(Function<RequireModelParameters, DefaultModel> model);
    }
}
