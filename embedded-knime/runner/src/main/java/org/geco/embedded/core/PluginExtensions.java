package org.geco.embedded.core;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.renderer.DataValueRendererFactory;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Registers the cell classes, renderers and port types that a plugin.xml declares. */
public final class PluginExtensions {

    private final ClassLoader m_loader;

    private final String m_file;

    private PluginExtensions(final ClassLoader loader, final String file) {
        m_loader = loader;
        m_file = file;
    }

    /**
     * @param pluginXml the file
     * @param loader loads the classes that it names
     * @throws IOException if the file can't be read or names a class that can't be loaded or has the wrong kind
     */
    public static void register(final URL pluginXml, final ClassLoader loader) throws IOException {
        try (InputStream in = pluginXml.openStream()) {
            final Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            new PluginExtensions(loader, pluginXml.toString()).registerAll(xml.getDocumentElement());
        } catch (final SAXException | ParserConfigurationException | ClassCastException e) {
            throw new IOException(pluginXml + ": " + e.getMessage(), e);
        }
    }

    private void registerAll(final Element plugin) throws IOException {
        for (final Element extension : children(plugin, "extension")) {
            switch (extension.getAttribute("point")) {
                case "org.knime.core.DataType":
                    for (final Element e : children(extension, "serializer")) {
                        registerCell(e);
                    }
                    break;
                case "org.knime.core.DataValueRenderer":
                    for (final Element e : children(extension, "renderer")) {
                        create(e, "rendererFactoryClass", DataValueRendererFactory.class); // nothing paints here
                    }
                    break;
                case "org.knime.core.PortType":
                    for (final Element e : children(extension, "portType")) {
                        registerPort(e);
                    }
                    break;
                default: // nodes and categories are the runner's
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void registerCell(final Element e) throws IOException {
        EmbeddedExtensions.registerDataType((Class<DataCell>)load(e, "cellClass", DataCell.class),
            (DataCellSerializer<DataCell>)create(e, "serializerClass", DataCellSerializer.class));
    }

    @SuppressWarnings("unchecked")
    private void registerPort(final Element e) throws IOException {
        final Class<? extends PortObject> object = load(e, "objectClass", PortObject.class);
        final String name = e.getAttribute("name");
        load(e, "specClass", PortObjectSpec.class);
        EmbeddedExtensions.registerPortType(new PortTypeExtension(name.isEmpty() ? object.getSimpleName() : name,
            object, create(e, "objectSerializer", PortObjectSerializer.class),
            create(e, "specSerializer", PortObjectSpecSerializer.class)));
    }

    private <T> Class<? extends T> load(final Element e, final String attribute, final Class<T> kind)
        throws IOException {
        final String name = e.getAttribute(attribute);
        try {
            return Class.forName(name, true, m_loader).asSubclass(kind);
        } catch (final ReflectiveOperationException | LinkageError | ClassCastException ex) {
            throw new IOException(m_file + ": the " + attribute + " '" + name + "' of <" + e.getTagName()
                + "> can't be loaded as " + kind.getSimpleName() + ": " + ex, ex);
        }
    }

    private <T> T create(final Element e, final String attribute, final Class<T> kind) throws IOException {
        try {
            return load(e, attribute, kind).getConstructor().newInstance();
        } catch (final ReflectiveOperationException ex) {
            throw new IOException(m_file + ": the " + attribute + " '" + e.getAttribute(attribute)
                + "' has no public constructor without arguments", ex);
        }
    }

    private static List<Element> children(final Element parent, final String tag) {
        final NodeList nodes = parent.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element)nodes.item(i)).toList();
    }
}
