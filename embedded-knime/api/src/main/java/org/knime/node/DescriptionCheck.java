package org.knime.node;

import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.widget.choices.Label;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * KNIME reads every description of a node as XML when it creates the factory, and a single unclosed tag, bare ampersand
 * or HTML entity makes the node impossible to create. So does this.
 */
final class DescriptionCheck {

    private final String m_node;

    private final Set<Class<?>> m_visited = new HashSet<>();

    private DescriptionCheck(final String node) {
        m_node = node;
    }

    /**
     * Checks all descriptions of a node.
     *
     * @param node the node
     * @throws IllegalStateException if one is no well-formed XML, saying which and where
     */
    static void check(final DefaultNode node) {
        final var check = new DescriptionCheck(node.texts().name());
        check.text("short description", node.texts().shortDescription());
        check.text("full description", node.texts().fullDescription());
        check.ports("input", node.ports().inputs());
        check.ports("output", node.ports().outputs());
        node.view().ifPresent(view -> check.text("description of the view", view.description()));
        node.model().parametersClass().ifPresent(check::parameters);
        node.view().flatMap(DefaultView::parametersClass).ifPresent(check::parameters);
    }

    private void ports(final String side, final List<Port> ports) {
        ports.forEach(port -> text("description of the " + side + " \"" + port.name() + "\"", port.description()));
    }

    private void parameters(final Class<?> type) {
        if (type == null || !m_visited.add(type)) {
            return;
        }
        parameters(type.getSuperclass());
        for (final var field : type.getDeclaredFields()) {
            final var widget = field.getAnnotation(Widget.class);
            if (widget != null) {
                parameter(field, widget);
            }
            contents(field).filter(WidgetGroup.class::isAssignableFrom).forEach(this::parameters);
        }
    }

    private void parameter(final Field field, final Widget widget) {
        final var of = " of the parameter " + field.getName();
        text("description" + of, widget.description());
        if (field.getType().isEnum()) {
            for (final var constant : field.getType().getFields()) {
                final var label = constant.getAnnotation(Label.class);
                if (label != null) {
                    text("label " + constant.getName() + of, label.description());
                }
            }
        }
    }

    private static Stream<Class<?>> contents(final Field field) {
        if (field.getType().isArray()) {
            return Stream.of(field.getType().getComponentType());
        }
        if (field.getGenericType() instanceof ParameterizedType generic) {
            return Stream.of(generic.getActualTypeArguments()).filter(Class.class::isInstance)
                .<Class<?>> map(Class.class::cast);
        }
        return Stream.of(field.getType());
    }

    private void text(final String what, final String text) {
        try {
            final var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(new Failing());
            builder.parse(new InputSource(new StringReader("<fragment>" + text + "</fragment>")));
        } catch (final SAXParseException e) {
            throw new IllegalStateException("Node \"" + m_node + "\", " + what + ", line " + e.getLineNumber()
                + ", column " + e.getColumnNumber() + ": KNIME could not create this node, because the text is no "
                + "well-formed XML: " + e.getMessage(), e);
        } catch (final SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException("Node \"" + m_node + "\", " + what + ": " + e.getMessage(), e);
        }
    }

    /** Throws instead of printing to the console, which is what the parser does on its own. */
    private static final class Failing implements ErrorHandler {

        @Override
        public void warning(final SAXParseException exception) {
            // KNIME does not mind
        }

        @Override
        public void error(final SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(final SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
