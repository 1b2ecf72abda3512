package org.geco.embedded.runner.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Orders nodes so that each comes after those it depends on; among free ones the smallest ID comes first. */
final class TopologicalOrder {

    private TopologicalOrder() {
    }

    /**
     * @param ids all nodes
     * @param connections between them
     * @return the IDs in order; fewer than given if the connections form a cycle
     */
    static List<Integer> of(final Collection<Integer> ids, final Collection<Connection> connections) {
        final TreeSet<Integer> waiting = new TreeSet<>(ids);
        final List<Integer> order = new ArrayList<>();
        boolean found = true;
        while (found) {
            found = false;
            for (final int id : waiting) {
                if (connections.stream().noneMatch(c -> c.destination() == id && waiting.contains(c.source()))) {
                    order.add(id);
                    waiting.remove(id);
                    found = true;
                    break;
                }
            }
        }
        return order;
    }
}
