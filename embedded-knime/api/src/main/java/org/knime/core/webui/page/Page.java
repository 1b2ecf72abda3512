package org.knime.core.webui.page;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import org.knime.core.node.FluentNodeAPI;

/** A page a view shows. */
public sealed class Page implements FluentNodeAPI permits FromFilePage {

    private final String m_relativePath;

    private final Supplier<InputStream> m_content;

    Page(final String relativePath, final Supplier<InputStream> content) {
        m_relativePath = relativePath;
        m_content = content;
    }

    /** @return the first step */
    public static RequireFromFileOrString create() {
        return new FirstStep();
    }

    /** @return the page's path */
    public String getRelativePath() {
        return m_relativePath;
    }

    /** @return the page's bytes; null if its file is absent */
    public InputStream getInputStream() {
        return m_content.get();
    }

    /**
     * Makes bytes reachable from the page.
     *
     * @param content gives the bytes
     * @param relativePath where the page finds them
     * @return this
     */
    public Page addResource(final Supplier<InputStream> content, final String relativePath) {
        return this;
    }

    /**
     * Makes a text reachable from the page.
     *
     * @param content gives the text
     * @param relativePath where the page finds it
     * @return this
     */
    public Page addResourceFromString(final Supplier<String> content, final String relativePath) {
        return this;
    }

    private static final class FirstStep implements RequireFromFileOrString {

        @Override
        public RequireBundle fromFile() {
            return new BundleStep();
        }

        @Override
        public RequireRelativePath fromString(final InputStreamSupplier content, final Charset charset) {
            return relativePath -> new Page(relativePath, content);
        }

        @Override
        public RequireRelativePath fromString(final StringSupplier content, final Charset charset) {
            return relativePath -> new Page(relativePath,
                () -> new ByteArrayInputStream(content.get().getBytes(charset)));
        }
    }

    private static final class BundleStep implements RequireBundle {

        @Override
        public RequireBasePath bundleClass(final Class<?> clazz) {
            return basePath -> file -> new FromFilePage(clazz, basePath, file);
        }

        @Override
        public RequireBasePath bundleID(final String bundleID) {
            throw new UnsupportedOperationException("Bundles have no names here: use bundleClass");
        }
    }

    /** The step that says where the page comes from. */
    public interface RequireFromFileOrString {

        /** @return the next step of a page that is a file of the bundle */
        RequireBundle fromFile();

        /**
         * A page made when it is shown.
         *
         * @param content gives its bytes
         * @return the next step
         */
        default RequireRelativePath fromString(final InputStreamSupplier content) {
            return fromString(content, null);
        }

        /**
         * A page made when it is shown.
         *
         * @param content gives its text
         * @return the next step
         */
        default RequireRelativePath fromString(final StringSupplier content) {
            return fromString(content, StandardCharsets.UTF_8);
        }

        /**
         * A page made when it is shown.
         *
         * @param content gives its bytes
         * @param charset how text is encoded in them
         * @return the next step
         */
        RequireRelativePath fromString(InputStreamSupplier content, Charset charset);

        /**
         * A page made when it is shown.
         *
         * @param content gives its text
         * @param charset how to encode it
         * @return the next step
         */
        RequireRelativePath fromString(StringSupplier content, Charset charset);
    }

    /** The step that takes the bundle. */
    public interface RequireBundle {

        /**
         * Sets the bundle by a class in it.
         *
         * @param clazz the class
         * @return the next step
         */
        RequireBasePath bundleClass(Class<?> clazz);

        /**
         * Sets the bundle by its name.
         *
         * @param bundleID the symbolic name
         * @return the next step
         */
        RequireBasePath bundleID(String bundleID);
    }

    /** The step that takes the folder. */
    public interface RequireBasePath {

        /**
         * Sets the folder.
         *
         * @param basePath from the bundle's root
         * @return the next step
         */
        RequireRelativeFilePath basePath(String basePath);
    }

    /** The step that takes the file. */
    public interface RequireRelativeFilePath {

        /**
         * Sets the file.
         *
         * @param relativeFilePath from the folder
         * @return the page
         */
        FromFilePage relativeFilePath(String relativeFilePath);
    }

    /** The step that takes the path. */
    public interface RequireRelativePath {

        /**
         * Sets the path the page is served at.
         *
         * @param relativePath the path
         * @return the page
         */
        Page relativePath(String relativePath);
    }

    /** Gives a text. */
    public interface StringSupplier extends Supplier<String> {
    }

    /** Gives bytes. */
    public interface InputStreamSupplier extends Supplier<InputStream> {
    }
}
