package org.geco.asd.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The kinds of machine that can be simulated. Machines of one type differ in speed, build and resonances. */
public enum MachineType {
    /** Blade tones in the noise of moving air. */
    FAN(MachineType::fan),
    /** Vane tones, cavitation noise that pulses with the vanes, a knocking valve. */
    PUMP(MachineType::pump),
    /** Gear mesh tones with the sidebands of the shaft. */
    GEARBOX(MachineType::gearbox),
    /** A carriage that is pulled to and fro: noise that follows its speed, a knock at each end. */
    SLIDER(MachineType::slider),
    /** A solenoid that opens and closes: a click each time, silence between them but for the flow while it is open. */
    VALVE(MachineType::valve);

    private final IntFunction<Machine> m_design;

    MachineType(final IntFunction<Machine> design) {
        m_design = design;
    }

    /** @return how folders and tables call it, e.g. {@code fan} */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return the type of a name as {@link #text} gives it, if any */
    public static Optional<MachineType> of(final String text) {
        return Arrays.stream(values()).filter(type -> type.text().equals(text.toLowerCase(Locale.ROOT))).findFirst();
    }

    /** @return the names of all types, for messages */
    public static String names() {
        return Arrays.stream(values()).map(MachineType::text).collect(Collectors.joining(", "));
    }

    /** @return the healthy machine of this number within its type, from 0, its parts not yet calibrated */
    Machine machine(final int number) {
        return m_design.apply(number);
    }

    /** Factors from 0.6 to 1.5 that never repeat within a few machines. */
    private static double step(final int number, final double ratio) {
        return 0.6 * StrictMath.pow(2.5, number * ratio - Math.floor(number * ratio));
    }

    private static Machine fan(final int number) {
        final int blades = 5 + number * 2 % 7;
        return new Machine(27 * step(number, 0.382), 0.006, //
            new Harmonics(1, 0.2, 0.08), //
            new Harmonics(blades, 1, 0.6, 0.4, 0.25, 0.15, 0.1).times(0.6), //
            new FlowNoise(900 * step(number, 0.618), 0.5).times(3), //
            new FlowNoise(3600 * step(number + 1, 0.618), 0.8).following(t -> 1 + 0.4 * Sine.of(blades * t)));
    }

    private static Machine pump(final int number) {
        final int vanes = 4 + number * 3 % 5;
        return new Machine(48 * step(number, 0.382), 0.004, //
            new Harmonics(1, 0.4, 0.2, 0.1), //
            new Harmonics(vanes, 1, 0.5, 0.5, 0.2, 0.1).times(0.5), //
            new FlowNoise(2800 * step(number, 0.618), 1.5).times(4).following(t -> 1 + 0.5 * Sine.of(vanes * t)),
            new Impacts(0.5, 1500 * step(number + 2, 0.618), 0.004, 0.2).times(1.5));
    }

    private static Machine gearbox(final int number) {
        final int teeth = 23 + number * 7 % 17;
        return new Machine(21 * step(number, 0.382), 0.008, //
            new Harmonics(1, 0.3, 0.15), //
            new Harmonics(teeth, 1, 0.55, 0.35, 0.25, 0.15, 0.1).following(t -> 1 + 0.35 * Sine.of(t)), //
            new Harmonics(teeth * 0.37, 0.5, 0.3, 0.2, 0.1), //
            new FlowNoise(1700 * step(number, 0.618), 0.5).times(2));
    }

    private static Machine slider(final int number) {
        return new Machine(2 * step(number, 0.382), 0.02, //
            new Harmonics(150 * step(number, 0.618), 1, 0.5, 0.3, 0.2).times(0.5).following(MachineType::speed), //
            new FlowNoise(2000 * step(number + 1, 0.618), 0.6).times(4).following(MachineType::speed), //
            new Impacts(2, 800 * step(number + 2, 0.618), 0.012, 0.15).times(3));
    }

    private static Machine valve(final int number) {
        final double hz = 1.4 * step(number, 0.382);
        return new Machine(hz, 0.01, //
            new Harmonics(100 / hz, 0.3, 0.2, 0.1).times(0.3).following(MachineType::open), //
            new FlowNoise(2400 * step(number + 1, 0.618), 0.7).times(2).following(MachineType::open),
            new Impacts(2, 2600 * step(number, 0.618), 0.004, 0.1).times(8), //
            new Impacts(2, 600 * step(number + 2, 0.618), 0.015, 0.1).times(4));
    }

    /** A valve is open for the first half of each stroke; the flow takes a twentieth of a stroke to come and to go. */
    private static double open(final double turns) {
        final double stroke = turns - Math.floor(turns);
        return Math.max(0, Math.min(1, 20 * Math.min(stroke, 0.5 - stroke)));
    }

    /** The carriage stands at each end and is fastest in the middle. */
    private static double speed(final double turns) {
        return Math.abs(Sine.of(turns));
    }
}
