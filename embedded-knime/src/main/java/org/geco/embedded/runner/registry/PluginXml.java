package org.geco.embedded.runner.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.geco.embedded.runner.registry.Plugin.CellEntry;
import org.geco.embedded.runner.registry.Plugin.PortTypeEntry;
import org.geco.embedded.runner.registry.Plugin.RendererEntry;
import org.geco.embedded.runner.workflow.WorkflowLoadException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads a bundle's {@code plugin.xml}, and its symbolic name from the manifest beside it. */
final class PluginXml {

    private final URL m_url;

    private final Element m_root;

    private PluginXml(final URL url, final Element root) {
        m_url = url;
        m_root = root;
    }

    static Plugin read(final URL url) throws WorkflowLoadException {
        try (InputStream in = url.openStream()) {
            final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            final Element root = factory.newDocumentBuilder().parse(in).getDocumentElement();
            return new PluginXml(url, root).plugin();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new WorkflowLoadException(url + ": can't be read: " + e.getMessage(), e);
        }
    }

    private Plugin plugin() throws WorkflowLoadException {
        final Set<String> factories = new LinkedHashSet<>(
            entries("org.knime.workbench.repository.nodes", "node", node -> node.getAttribute("factory-class")));
        return new Plugin(symbolicName(), factories,
            entries("org.knime.core.PortType", "portType", PluginXml::portType),
            entries("org.knime.core.DataType", "serializer",
                e -> new CellEntry(e.getAttribute("cellClass"), e.getAttribute("serializerClass"))),
            entries("org.knime.core.DataValueRenderer", "renderer",
                e -> new RendererEntry(((Element)e.getParentNode()).getAttribute("valueClass"),
                    e.getAttribute("rendererFactoryClass"))));
    }

    private static PortTypeEntry portType(final Element e) {
        return new PortTypeEntry(e.getAttribute("name"), e.getAttribute("color"), e.getAttribute("objectClass"),
            e.getAttribute("objectSerializer"), e.getAttribute("specClass"), e.getAttribute("specSerializer"));
    }

    private <T> List<T> entries(final String point, final String tag, final Function<Element, T> reader) {
        final List<T> result = new ArrayList<>();
        for (final Element extension : elements(m_root, "extension")) {
            if (extension.getAttribute("point").equals(point)) {
                elements(extension, tag).forEach(element -> result.add(reader.apply(element)));
            }
        }
        return result;
    }

    private static List<Element> elements(final Element parent, final String tag) {
        final NodeList found = parent.getElementsByTagName(tag);
        final List<Element> result = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            result.add((Element)found.item(i));
        }
        return result;
    }

    private String symbolicName() throws WorkflowLoadException {
        final String folder = m_url.toString().replaceFirst("plugin\\.xml$", "");
        final String manifest = folder + "META-INF/MANIFEST.MF";
        try (InputStream in = new URL(manifest).openStream()) {
            final Attributes attributes = new Manifest(in).getMainAttributes();
            final String name = attributes.getValue("Bundle-SymbolicName");
            if (name == null) {
                throw new WorkflowLoadException(manifest + ": Bundle-SymbolicName is missing");
            }
            return name.split(";")[0].strip();
        } catch (IOException e) {
            throw new WorkflowLoadException(manifest + ": can't be read; it must lie beside plugin.xml", e);
        }
    }
}
