package org.geco.asd.nodes.dialogs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.geco.asd.nodes.learn.LearnerParameters;
import org.knime.node.DefaultNodeAccess;
import org.knime.node.DefaultNodeFactory;

/** All nodes of the extension, as its plugin.xml registers them. */
final class Nodes {

    private static final Pattern FACTORY = Pattern.compile("factory-class=\"([\\w.]+)\"");

    private Nodes() {
    }

    /** @return the repository's root: tests run in it or in the module that builds the plug-in */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("plugin.xml"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    static List<DefaultNodeFactory> all() throws Exception {
        final Matcher matcher = FACTORY.matcher(Files.readString(root().resolve("plugin.xml")));
        final List<DefaultNodeFactory> factories = new ArrayList<>();
        while (matcher.find()) {
            factories.add(Class.forName(matcher.group(1)).asSubclass(DefaultNodeFactory.class).getDeclaredConstructor()
                .newInstance());
        }
        return factories;
    }

    /** @return the nodes that have settings */
    static List<DefaultNodeFactory> withDialog() throws Exception {
        return all().stream().filter(node -> DefaultNodeAccess.of(node).parametersClass().isPresent()).toList();
    }

    static String name(final DefaultNodeFactory node) {
        return DefaultNodeAccess.of(node).name();
    }

    /** @return whether it trains a network: other learners have no epochs, seeds or checkpoints */
    static boolean isTraining(final DefaultNodeFactory node) {
        return DefaultNodeAccess.of(node).parametersClass().filter(LearnerParameters.class::isAssignableFrom)
            .isPresent();
    }

    static Dialog dialog(final DefaultNodeFactory node) throws Exception {
        return new Dialog(DefaultNodeAccess.of(node).parametersClass().orElseThrow());
    }
}
