package org.geco.asd.nodes.predict;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Differences;
import org.geco.asd.detect.Model;
import org.geco.asd.detect.Provenance;
import org.geco.asd.mel.MelSettings;

/** Knows every machine whose type is not "unknown". */
record FakeModel(MelSettings mel) implements Model {

    @Override
    public String method() {
        return "fake";
    }

    @Override
    public List<MachineId> machines() {
        return List.of();
    }

    @Override
    public String training() {
        return "none";
    }

    @Override
    public Object settings() {
        return mel;
    }

    @Override
    public Optional<Provenance> provenance() {
        return Optional.empty();
    }

    @Override
    public Differences differences() {
        return new Differences(List.of("epochs 1 instead of 60"), 2);
    }

    @Override
    public int leastFrames() {
        return 1;
    }

    @Override
    public void checkMachine(final MachineId machine) throws AsdException {
        if (machine.type().equals("unknown")) {
            throw new AsdException("The machine is unknown.", "Choose another.");
        }
    }

    @Override
    public void write(final OutputStream out) {
        // never written
    }
}
