package org.knime.core.node.config.base;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;

import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Builds a config from the events of the parser. */
final class XMLContentHandler extends DefaultHandler {

    private final Deque<ConfigBase> m_stack = new ArrayDeque<>();

    private boolean m_isRoot = true;

    XMLContentHandler(final ConfigBase root) {
        m_stack.push(root);
    }

    @Override
    public InputSource resolveEntity(final String publicId, final String systemId) {
        // nothing outside the file is ever read (old files name a DTD)
        return new InputSource(new StringReader(""));
    }

    @Override
    public void startElement(final String uri, final String local, final String name, final Attributes attributes)
        throws SAXException {
        if ("config".equals(name)) {
            startConfig(attributes.getValue("key"));
        } else if ("entry".equals(name)) {
            addEntry(attributes);
        } else {
            throw new SAXException("\"" + name + "\" is not a valid tag name.");
        }
    }

    private void startConfig(final String key) throws SAXException {
        if (key == null) {
            throw new SAXException("A config has no key.");
        }
        if (m_isRoot) {
            m_isRoot = false;
            m_stack.peek().setKey(key);
        } else {
            m_stack.push(m_stack.peek().addConfigBase(key));
        }
    }

    private void addEntry(final Attributes attributes) throws SAXException {
        final String key = attributes.getValue("key");
        final String type = attributes.getValue("type");
        if (m_isRoot || key == null || type == null) {
            throw new SAXException("An entry stands outside a config or lacks its key or type (key '" + key + "').");
        }
        final String value = "true".equals(attributes.getValue("isnull")) ? null
            : XMLText.unescape(attributes.getValue("value"));
        try {
            m_stack.peek().addEntry(key, ConfigEntries.valueOf(type).parse(value));
        } catch (final RuntimeException e) {
            throw new SAXException("Invalid type ('" + type + "') or value ('" + value + "') for key '" + key
                + "' in XML file.", e);
        }
    }

    @Override
    public void endElement(final String uri, final String local, final String name) {
        if ("config".equals(name)) {
            m_stack.pop();
        }
    }

    @Override
    public void error(final SAXParseException e) throws SAXException {
        throw e;
    }
}
