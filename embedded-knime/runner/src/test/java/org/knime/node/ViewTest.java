package org.knime.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.knime.core.node.port.PortObject;

/** A view gives its page, and its data from what the execution kept. */
class ViewTest {

    static DefaultNode addView(final DefaultNode node) {
        return node.addView(v -> v.withoutParameters().description("Shows.")
            .page(p -> p.fromString(() -> "<html>ä</html>").relativePath("index.html"))
            .initialData(d -> d.data(in -> in.getInternalPortObjects().length).serializer(n -> "\"" + n + "\""))
            .dataService(d -> d.handler(in -> "hears of " + in.getInternalPortObjects().length)));
    }

    @Test
    void pageAndDataAreServed() throws Exception {
        final var view = DefaultNodeAccess.of(new TestNodes.Factory(addView(TestNodes.idle()))).view().orElseThrow();
        assertThat(view.description()).isEqualTo("Shows.");
        assertThat(view.page().getRelativePath()).isEqualTo("index.html");
        try (var in = view.page().getInputStream()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("<html>ä</html>");
        }
        assertThat(view.initialData(null, new PortObject[2])).contains("\"2\"");
        assertThat(view.handler(null, new PortObject[2])).contains("hears of 2");
    }

    @Test
    void aPageMayBeAFileOfTheBundle() throws Exception {
        final var node = TestNodes.idle().addView(v -> v.withoutParameters().description("Shows.")
            .page(p -> p.fromFile().bundleClass(ViewTest.class).basePath("org/geco/embedded/parameters")
                .relativeFilePath("every-kind.xml")));
        final var view = DefaultNodeAccess.of(new TestNodes.Factory(node)).view().orElseThrow();
        try (var in = view.page().getInputStream()) {
            assertThat(in).isNotEmpty();
        }
        assertThat(view.initialData(null, new PortObject[0])).isEmpty();
    }
}
