package org.geco.asd.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text resource with places like {@code {{title}}} to fill in. What is filled in is not looked at again. */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private final String m_text;

    /** @param resource name of a resource of this package */
    Template(final String resource) {
        m_text = load(resource);
    }

    /** @return the text of a resource of this package */
    static String load(final String resource) {
        try (InputStream in = Template.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The plug-in lacks its resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException("The plug-in's resource " + resource + " cannot be read", e);
        }
    }

    /** @return the text with every place filled in */
    String fill(final Map<String, String> values) {
        return PLACE.matcher(m_text).replaceAll(place -> {
            final String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("Nothing to fill in for " + place.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
