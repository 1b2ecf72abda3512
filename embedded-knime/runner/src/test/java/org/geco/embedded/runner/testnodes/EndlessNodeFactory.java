package org.geco.embedded.runner.testnodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Writes a file store and then works until it is cancelled. */
public final class EndlessNodeFactory extends DefaultNodeFactory {

    /** Tells where the file store is as soon as the node runs; renewed by the test. */
    public static volatile CompletableFuture<Path> started = new CompletableFuture<>();

    private static final DefaultNode NODE = DefaultNode.create().name("Endless").icon("none.png")
        .shortDescription("Never ends.").fullDescription("Never ends.").sinceVersion(5, 8, 0)
        .ports(p -> p.addOutputTable("Never", "Never delivered"))
        .model(m -> m.withoutParameters().configure((i, o) -> o.setOutSpecs(new DataTableSpec()))
            .execute(EndlessNodeFactory::execute));

    /** Creates the factory. */
    public EndlessNodeFactory() {
        super(NODE);
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws CanceledExecutionException {
        final ExecutionContext exec = input.getExecutionContext();
        try {
            final FileStore store = exec.createFileStore("content");
            Files.writeString(store.getFile().toPath(), "content");
            started.complete(store.getFile().toPath());
            while (true) {
                exec.checkCanceled();
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
