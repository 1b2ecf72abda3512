package org.geco.asd.nodes.view;

import java.util.function.Function;

import org.geco.asd.files.Json;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireViewParameters;
import org.knime.node.DefaultView.ViewInput;

/**
 * The view of a node: a page in the bundle's folder {@code views}, what it starts with, and what it can ask for while
 * it is open. Both are computed when the view is opened, from what the execution kept ({@link Kept}).
 */
public final class NodeView {
    private static final String PAGES = "views";

    private NodeView() { }

    /**
     * @param page name of {@code page.html} and {@code page.js}
     * @param description what the view shows
     * @param service gives the object whose public methods the page calls, each returning {@link Reply#of}
     * @param start what the page starts with, of that object: a record of a few thousand numbers at most
     * @return for a node's {@code addView}
     */
    public static <S> Function<RequireViewParameters, DefaultView> of(final String page, final String description,
        final Function<ViewInput, S> service, final Function<S, Object> start) {
        return view -> view.withoutParameters().description(description) //
            .page(p -> p.fromFile().bundleClass(NodeView.class).basePath(PAGES).relativeFilePath(page + ".html") //
                .addResourceFile(page + ".js").addResourceDirectory("kit").addResourceDirectory("lib")) //
            .initialData(d -> d.data(input -> start.apply(service.apply(input))).serializer(Json::text)) //
            .dataService(d -> d.handler(service::apply));
    }
}
