package org.geco.asd.simulator;

import java.util.Locale;

/** What can be wrong with a machine. A severity of 1 is a fault that a careful listener hears. */
public enum Fault {
    /** The shaft's own tone rises, and everything swells once a turn. */
    IMBALANCE {
        @Override
        Machine in(final Machine machine, final double severity, final Randomness random) {
            final double depth = Math.min(0.9, 0.5 * severity);
            final double phase = random.between(0, 1);
            final Sound swell = (rotation, r) -> {
                final double[] out = new double[rotation.samples()];
                for (int i = 0; i < out.length; i++) {
                    out[i] = 1 + depth * Sine.of(rotation.turns()[i] + phase);
                }
                return out;
            };
            return machine.withPart(new Harmonics(1, 0.75, 0.6, 0.45, 0.3, 0.15).times(severity)).withGate(swell);
        }
    },
    /** Balls knock over a defect of the bearing, some times a turn, and ring at its resonance. */
    BEARING {
        @Override
        Machine in(final Machine machine, final double severity, final Randomness random) {
            return machine.withPart(new Impacts(KNOCKS_PER_SECOND / machine.hz() * random.between(0.8, 1.25),
                random.between(3800, 5600), 0.0025, 0.4).times(2.5 * severity));
        }
    },
    /** The drive slips: the speed sags again and again. */
    SLIPPING {
        @Override
        Machine in(final Machine machine, final double severity, final Randomness random) {
            final Sound squeal = new Harmonics(random.between(1900, 2600) / machine.hz(), 0.3, 0.22, 0.15);
            return machine.withSlip(0.3 * severity)
                .withPart(squeal.times(severity).following(t -> Math.max(0, Sine.of(t * 1.3 / machine.hz()))));
        }
    },
    /** A loose panel rattles: irregular bursts of noise. */
    RATTLE {
        @Override
        Machine in(final Machine machine, final double severity, final Randomness random) {
            final double burstsPerTurn = random.between(9, 14) / machine.hz();
            return machine //
                .withPart(new Impacts(burstsPerTurn, random.between(2200, 3000), 0.008, 0.9).times(2 * severity))
                .withPart(
                    new Impacts(burstsPerTurn * 1.7, random.between(5000, 6500), 0.005, 0.9).times(1.35 * severity));
        }
    },
    /** The machine stops for moments. */
    DROPOUT {
        @Override
        Machine in(final Machine machine, final double severity, final Randomness random) {
            final double floor = Math.max(0.05, 1 - severity);
            return machine.withGate(new Dropouts(floor));
        }
    };

    private static final double KNOCKS_PER_SECOND = 70;

    /** @return how tables call it, e.g. {@code bearing} */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return a healthy machine with a particular case of the fault; severity 0 is inaudible, 1 clearly audible */
    abstract Machine in(Machine machine, double severity, Randomness random);
}
