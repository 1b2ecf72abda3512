package org.geco.embedded.runner.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.Manifest;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.geco.embedded.runner.workflow.WorkflowLoadException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A bundle and the nodes that it registers, from its {@code plugin.xml} and the manifest beside it.
 *
 * @param bundle the bundle's symbolic name
 * @param xml its {@code plugin.xml}
 * @param factories class names of its node factories
 */
public record Plugin(String bundle, URL xml, Set<String> factories) {

    private static final String NODES = "org.knime.workbench.repository.nodes";

    static Plugin read(final URL url) throws WorkflowLoadException {
        try (InputStream in = url.openStream()) {
            final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Plugin(symbolicName(url), url, factories(factory.newDocumentBuilder().parse(in)));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new WorkflowLoadException(url + ": can't be read: " + e.getMessage(), e);
        }
    }

    private static Set<String> factories(final Document xml) {
        final Set<String> factories = new LinkedHashSet<>();
        final NodeList nodes = xml.getElementsByTagName("node");
        for (int i = 0; i < nodes.getLength(); i++) {
            final Element node = (Element)nodes.item(i);
            if (node.getParentNode() instanceof Element extension && extension.getAttribute("point").equals(NODES)) {
                factories.add(node.getAttribute("factory-class"));
            }
        }
        return factories;
    }

    private static String symbolicName(final URL plugin) throws WorkflowLoadException {
        final String manifest = plugin.toString().replaceFirst("plugin\\.xml$", "META-INF/MANIFEST.MF");
        try (InputStream in = new URL(manifest).openStream()) {
            final String name = new Manifest(in).getMainAttributes().getValue("Bundle-SymbolicName");
            if (name == null) {
                throw new WorkflowLoadException(manifest + ": Bundle-SymbolicName is missing");
            }
            return name.split(";")[0].strip();
        } catch (IOException e) {
            throw new WorkflowLoadException(manifest + ": can't be read; it must lie beside plugin.xml", e);
        }
    }
}
