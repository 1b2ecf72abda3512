package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads and writes settings in KNIME's XML format. */
public final class XMLConfig {

    static final String NAMESPACE = "http://www.knime.org/2008/09/XMLConfig";

    private XMLConfig() {
    }

    /**
     * @param config receives the entries and the key of the root element
     * @param in the XML; closed afterwards
     * @throws IOException if it can't be read or isn't a settings file
     */
    public static void load(final ConfigBase config, final InputStream in) throws IOException {
        try (in) {
            final SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setValidating(false);
            factory.newSAXParser().parse(in, new XMLContentHandler(config));
        } catch (final SAXParseException e) {
            throw new IOException("Unable to parse xml: line " + e.getLineNumber() + ": " + e.getMessage(), e);
        } catch (final SAXException | ParserConfigurationException e) {
            throw new IOException("Unable to parse xml: " + e.getMessage(), e);
        }
    }

    /**
     * @param config the settings
     * @param output where to write; closed afterwards
     * @throws IOException if writing fails
     */
    public static void save(final ConfigBase config, final OutputStream output) throws IOException {
        try (output) {
            final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
            xml.append("<config xmlns=\"").append(NAMESPACE)
                .append("\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"")
                .append(NAMESPACE).append(" http://www.knime.org/XMLConfig_2008_09.xsd\" key=\"")
                .append(XMLText.attribute(config.getKey())).append("\">\n");
            appendChildren(config, xml, 1);
            output.write(xml.append("</config>\n").toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void appendChildren(final ConfigBase config, final StringBuilder xml, final int depth) {
        config.entries().forEach((key, entry) -> {
            if (entry.value() instanceof ConfigBase sub) {
                appendConfig(sub, xml, depth);
            } else if (entry.type() != ConfigEntries.xtransientstring) {
                appendEntry(key, entry, xml, depth);
            }
        });
    }

    private static void appendConfig(final ConfigBase config, final StringBuilder xml, final int depth) {
        xml.append("    ".repeat(depth)).append("<config key=\"").append(XMLText.attribute(config.getKey()));
        if (config.entries().isEmpty()) {
            xml.append("\"/>\n");
            return;
        }
        xml.append("\">\n");
        appendChildren(config, xml, depth + 1);
        xml.append("    ".repeat(depth)).append("</config>\n");
    }

    private static void appendEntry(final String key, final ConfigEntry entry, final StringBuilder xml,
        final int depth) {
        final String value = entry.text();
        xml.append("    ".repeat(depth)).append("<entry key=\"").append(XMLText.attribute(key)).append("\" type=\"")
            .append(entry.type().name()).append('"');
        if (value == null) {
            xml.append(" isnull=\"true\"");
        }
        xml.append(" value=\"").append(value == null ? "" : XMLText.attribute(XMLText.escape(value)))
            .append("\"/>\n");
    }
}
