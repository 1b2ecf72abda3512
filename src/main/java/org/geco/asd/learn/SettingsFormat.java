package org.geco.asd.learn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.geco.asd.learn.stop.StopRules;
import org.geco.asd.nn.optim.RateCourse;

/** The stream format, in models, of the settings that both trainings have: stop rules and course of learning rates. */
public final class SettingsFormat {

    private static final int MAX_MILESTONES = 1 << 16;

    private SettingsFormat() {
    }

    /**
     * @param rules what to write: held-out share (double), patience (int), minutes (double)
     * @param out where to
     * @throws IOException if it cannot be written
     */
    public static void write(final StopRules rules, final DataOutputStream out) throws IOException {
        out.writeDouble(rules.heldOutShare());
        out.writeInt(rules.patience());
        out.writeDouble(rules.minutes());
    }

    /**
     * @param in where from
     * @return stop rules
     * @throws IOException if reading fails
     */
    public static StopRules readRules(final DataInputStream in) throws IOException {
        return new StopRules(in.readDouble(), in.readInt(), in.readDouble());
    }

    /**
     * @param rates what to write: shape (its name), number of milestones (int), milestones (int each), warm-up (double)
     * @param out where to
     * @throws IOException if it cannot be written
     */
    public static void write(final RateCourse rates, final DataOutputStream out) throws IOException {
        out.writeUTF(rates.shape().name());
        writeMilestones(rates.milestones(), out);
        out.writeDouble(rates.warmUpEpochs());
    }

    /**
     * @param in where from
     * @return course of the learning rate
     * @throws IOException if reading fails
     * @throws IllegalArgumentException if there is no such shape or the number of milestones is impossible
     */
    public static RateCourse readRates(final DataInputStream in) throws IOException {
        return new RateCourse(RateCourse.Shape.valueOf(in.readUTF()), readMilestones(in), in.readDouble());
    }

    private static void writeMilestones(final List<Integer> milestones, final DataOutputStream out)
        throws IOException {
        out.writeInt(milestones.size());
        for (final int milestone : milestones) {
            out.writeInt(milestone);
        }
    }

    /**
     * @param in where from: their number, then each
     * @return milestones
     * @throws IOException if reading fails
     * @throws IllegalArgumentException if their number is impossible
     */
    public static List<Integer> readMilestones(final DataInputStream in) throws IOException {
        final int count = in.readInt();
        if (count < 0 || count > MAX_MILESTONES) {
            throw new IllegalArgumentException("it claims to hold " + count + " milestones");
        }
        final List<Integer> milestones = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            milestones.add(in.readInt());
        }
        return milestones;
    }
}
