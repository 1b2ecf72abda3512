package org.geco.asd.learn;

import java.util.Locale;

/** What a part of a training is called: the method, e.g. "PAE", and e.g. a machine type; empty if there is one only. */
public record PartName(String method, String part) {
    /** @return the name of a member of the part, e.g. "member 2"; empty if the part has one only */
    PartName of(final String member) {
        return new PartName(method, (part + " " + member).strip());
    }

    /** @return in sentences: "the PAE of fan", "GeCo" */
    public String inWords() {
        return part.isEmpty() ? method : "the " + method + " of " + part;
    }

    /** @return before an epoch: "PAE of fan: epoch", "Epoch" */
    String beforeEpoch() {
        return part.isEmpty() ? "Epoch" : method + " of " + part + ": epoch";
    }

    /** @return of its own random numbers, and unlike the other parts' */
    String ofSeeds() {
        return part.isEmpty() ? method : part;
    }

    /** @return of its checkpoints */
    String ofCheckpoints() {
        return part.isEmpty() ? ofLock(method) : ofLock(method) + "-" + part;
    }

    /** @return of the lock of all parts' checkpoints */
    static String ofLock(final String method) {
        return method.toLowerCase(Locale.ROOT);
    }
}
