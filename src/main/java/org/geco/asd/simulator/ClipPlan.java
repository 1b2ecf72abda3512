package org.geco.asd.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.dataset.Split;

/** One clip that is to be made: number of the machine within its type, what is wrong in it, number in its file name. */
record ClipPlan(MachineType type, int number, Split split, Optional<Fault> fault, int index) {
    /** @return all clips of a data set, machine by machine */
    static List<ClipPlan> of(final SimulatorSettings settings) {
        final List<ClipPlan> plans = new ArrayList<>(settings.clips());
        for (final MachineType type : settings.types()) {
            for (int number = 0; number < settings.idsPerType(); number++) {
                for (int i = 0; i < settings.trainClips(); i++) {
                    plans.add(new ClipPlan(type, number, Split.TRAIN, Optional.empty(), i));
                }
                for (int i = 0; i < settings.testNormalClips(); i++) {
                    plans.add(new ClipPlan(type, number, Split.TEST, Optional.empty(), i));
                }
                for (int i = 0; i < settings.testAnomalyClips(); i++) {
                    final Fault fault = Fault.values()[(i + number) % Fault.values().length];
                    plans.add(new ClipPlan(type, number, Split.TEST, Optional.of(fault), i));
                }
            }
        }
        return plans;
    }

    MachineId machine() {
        return new MachineId(type.text(), String.format(Locale.ROOT, "%02d", number));
    }

    Label label() {
        return fault.isPresent() ? Label.ANOMALY : Label.NORMAL;
    }

    /** @return the path in the data set as in DCASE 2020, which also seeds the clip */
    String path() {
        return String.format(Locale.ROOT, "%s/%s/%s_id_%s_%08d.wav", type.text(), split.text(), label().text(),
            machine().id(), index);
    }
}
