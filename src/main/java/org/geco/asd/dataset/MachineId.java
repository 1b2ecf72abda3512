package org.geco.asd.dataset;

import java.util.Comparator;

/** One machine, e.g. fan 00: the class that the GeCo classifier learns (paper, section 3.1: "23 classes in total"). */
public record MachineId(String type, String id) implements Comparable<MachineId> {
    private static final Comparator<MachineId> ORDER =
        Comparator.comparing(MachineId::type).thenComparing(MachineId::id);

    @Override
    public int compareTo(final MachineId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return type + " " + id;
    }
}
