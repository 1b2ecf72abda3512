package org.geco.asd.nodes.view;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeAccess;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.DefaultViewAccess;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Shows a node's view on this machine as KNIME does: embedded, with the node's own code behind it. */
final class PageHost implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> TYPES =
        Map.of("html", "text/html", "js", "text/javascript", "css", "text/css");

    private final DefaultViewAccess m_view;

    private final PortObject[] m_internals;

    private final Object m_handler;

    private final HttpServer m_server;

    PageHost(final DefaultNodeFactory factory, final PortObject... internals) throws IOException {
        m_view = DefaultNodeAccess.of(factory).view().orElseThrow();
        m_internals = internals;
        m_handler = m_view.handler(null, internals).orElse(null);
        m_server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        m_server.createContext("/", exchange -> answer(exchange, () -> file(exchange.getRequestURI().getPath())));
        m_server.createContext("/initial-data", exchange -> answer(exchange, this::initialData));
        m_server.createContext("/service/data", exchange -> answer(exchange, () -> call(exchange.getRequestBody())));
        m_server.setExecutor(Executors.newSingleThreadExecutor());
        m_server.start();
    }

    @Override
    public void close() {
        m_server.stop(0);
    }

    String origin() {
        return "http://127.0.0.1:" + m_server.getAddress().getPort();
    }

    String address() {
        return origin() + "/views/host.html?page=" + m_view.page().getRelativePath();
    }

    /** @return what the page starts with, as KNIME wraps it */
    byte[] initialData() throws Exception {
        final Object data = m_view.initialData(null, m_internals).orElseThrow();
        return JSON.writeValueAsBytes(Map.of("result", JSON.readTree((String)data)));
    }

    /** @return the JSON-RPC response, as KNIME's server gives it */
    private byte[] call(final InputStream request) throws Exception {
        final JsonNode asked = JSON.readTree(request);
        final JsonNode given = asked.get("params");
        final Method method = Stream.of(m_handler.getClass().getMethods())
            .filter(m -> m.getName().equals(asked.get("method").asText())).findFirst().orElseThrow();
        method.setAccessible(true);
        final List<Object> parameters = new ArrayList<>();
        for (int i = 0; i < method.getParameterCount(); i++) {
            parameters.add(JSON.treeToValue(given.get(i), method.getParameterTypes()[i]));
        }
        return JSON.writeValueAsBytes(Map.of("jsonrpc", "2.0", "id", asked.get("id"), "result",
            method.invoke(m_handler, parameters.toArray())));
    }

    private static byte[] file(final String path) throws IOException {
        try (InputStream in = PageHost.class.getResourceAsStream(path)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private interface Answer {
        byte[] get() throws Exception;
    }

    private static void answer(final HttpExchange exchange, final Answer answer) throws IOException {
        try (exchange) {
            byte[] body;
            int status = 200;
            try {
                body = answer.get();
                status = body == null ? 404 : 200;
            } catch (Exception e) {
                body = e.toString().getBytes(StandardCharsets.UTF_8);
                status = 500;
            }
            final String path = exchange.getRequestURI().getPath();
            exchange.getResponseHeaders().set("Content-Type",
                TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/json") + ";charset=utf-8");
            exchange.sendResponseHeaders(status, body == null ? -1 : body.length);
            if (body != null) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
