package org.knime.core.webui.page;

/** A page that is a file of the bundle. */
public final class FromFilePage extends Page {

    FromFilePage(final Class<?> bundleClass, final String basePath, final String relativeFilePath) {
        super(relativeFilePath, () -> bundleClass.getClassLoader().getResourceAsStream(
            basePath + "/" + relativeFilePath));
    }

    /**
     * Makes the files of a folder reachable from the page.
     *
     * @param relativeDirPath the folder, from the base path
     * @return this
     */
    public FromFilePage addResourceDirectory(final String relativeDirPath) {
        return this;
    }

    /**
     * Makes a file reachable from the page.
     *
     * @param relativeFilePath the file, from the base path
     * @return this
     */
    public FromFilePage addResourceFile(final String relativeFilePath) {
        return this;
    }
}
