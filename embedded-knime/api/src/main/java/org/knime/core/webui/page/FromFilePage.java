package org.knime.core.webui.page;

/** A page that is a file of the bundle. */
public final class FromFilePage extends Page {

    FromFilePage(final Class<?> bundleClass, final String basePath, final String relativeFilePath) {
        super(relativeFilePath, () -> bundleClass.getClassLoader().getResourceAsStream(
            basePath + "/" + relativeFilePath));
    }

    /**
     * Makes a file of the bundle reachable from the page.
     *
     * @param relativeFilePath from the folder of the page
     * @return this
     */
    public FromFilePage addResourceFile(final String relativeFilePath) {
        return this;
    }

    /**
     * Makes all files in a folder of the bundle reachable from the page.
     *
     * @param relativeDirPath from the folder of the page
     * @return this
     */
    public FromFilePage addResourceDirectory(final String relativeDirPath) {
        return this;
    }
}
