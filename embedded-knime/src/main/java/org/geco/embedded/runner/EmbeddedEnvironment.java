package org.geco.embedded.runner;

import java.nio.file.Path;

import org.geco.embedded.runner.execution.ExecutionEnvironment;
import org.geco.embedded.runner.registry.Plugins;

final class EmbeddedEnvironment {

    static ExecutionEnvironment start(final Plugins plugins, final Path temporary) {
        throw new UnsupportedOperationException();
    }
}
