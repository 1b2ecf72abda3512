package org.knime.core.util;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLDecoder;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.knime.embedded.CurrentWorkflow;

/**
 * URLs relative to the running workflow: knime://knime.workflow/../data is what stands beside the workflow's
 * directory, knime://knime.workflow/data/ what stands in it, knime://LOCAL/ and knime://knime.mountpoint/ start at
 * the directory that holds the workflow.
 */
final class KnimeUrls {

    private KnimeUrls() {
    }

    static URL toUrl(final String path) throws MalformedURLException {
        return new URL(null, path, new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(final URL url) throws IOException {
                return resolve(url).toUri().toURL().openConnection();
            }
        });
    }

    static Path resolve(final URL url) throws IOException {
        final Path workflow = CurrentWorkflow.directory()
            .orElseThrow(() -> new IOException("No workflow is running: " + url + " can't be resolved"));
        final String path = URLDecoder.decode(url.getPath().replace("+", "%2B"), StandardCharsets.UTF_8)
            .replaceFirst("^/+", "");
        switch (url.getHost()) {
            case "knime.workflow":
            case "knime.node":
                return workflow.resolve(path).normalize();
            case "knime.workflow.data":
                return workflow.resolve("data").resolve(path).normalize();
            case "knime.mountpoint":
            case "knime.space":
            case "LOCAL":
                return workflow.resolveSibling(path).normalize();
            default:
                throw new IOException("Unknown host in " + url + ": use knime.workflow or knime.mountpoint");
        }
    }
}
