package org.geco.asd.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.methods.autoencoder.AutoencoderSettings;

/**
 * Speed of training steps and scoring, measured through the public API as a whole: data, buffers and all. Arguments:
 * what to measure ({@code pae-step, pae-score, geco-step, geco-embed, mobile-step, mobile-embed, stgram-step,
 * stgram-score, autoencoder-step, autoencoder-score}), and for how many seconds (30 if not given). As many threads as
 * the environment variable OMP_NUM_THREADS says. Each line gives medians.
 */
public final class Speed {

    private static final double ROUND_SECONDS = 1;

    private static final int WARM_UP_ROUNDS = 4;

    private static final List<Double> WIDTHS = List.of(1.0, 0.5);

    private static final List<AutoencoderSettings> AUTOENCODERS =
        List.of(AutoencoderSettings.DCASE, AutoencoderSettings.IDNN);

    private Speed() {
    }

    /**
     * @param args what, seconds
     * @throws AsdException if the work fails
     */
    public static void main(final String[] args) throws AsdException {
        final double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 30;
        switch (args[0]) {
            case "pae-step" -> steps("PAE training step, 512 windows", Trainings::pae, seconds);
            case "geco-step" -> steps("GeCo training step, 32 + 32 patches, PAE included", Trainings::geco, seconds);
            case "mobile-step" -> {
                for (final double width : WIDTHS) {
                    steps("MobileNetV2 of width " + width + ", training step, 32 patches of 64 frames",
                        progress -> Trainings.mobile(width, progress), seconds);
                }
            }
            case "stgram-step" -> {
                for (final int clips : new int[]{8, 32}) {
                    steps("STgram-MFN, training step, " + clips + " clips of 10 s",
                        progress -> Trainings.stgram(clips, progress), seconds);
                }
            }
            case "stgram-score" -> rate("STgram-MFN scoring, clips of 10 s", ClipScores.stgram(), ClipScores.GROUP,
                seconds);
            case "pae-score" -> rate("PAE scoring, windows", ClipScores.pae(), ClipScores.WINDOWS, seconds);
            case "geco-embed" -> rate("GeCo embedding, patches", ClipScores.geco(), ClipScores.PATCHES, seconds);
            default -> others(args[0], seconds);
        }
        // idle threads of the native library must not keep the process
        System.exit(0);
    }

    private static void others(final String work, final double seconds) throws AsdException {
        switch (work) {
            case "mobile-embed" -> {
                for (final double width : WIDTHS) {
                    rate("MobileNetV2 of width " + width + " scoring, patches", ClipScores.mobile(width),
                        ClipScores.MOBILE_PATCHES, seconds);
                }
            }
            case "autoencoder-step" -> {
                for (final AutoencoderSettings settings : AUTOENCODERS) {
                    steps(name(settings) + " training step, 512 windows",
                        progress -> Trainings.autoencoder(settings, progress), seconds);
                }
            }
            case "autoencoder-score" -> {
                for (final AutoencoderSettings settings : AUTOENCODERS) {
                    rate(name(settings) + " scoring, clips of 309 windows", ClipScores.autoencoder(settings), 1,
                        seconds);
                }
            }
            default -> throw new IllegalArgumentException("Unknown work: " + work);
        }
    }

    private static String name(final AutoencoderSettings settings) {
        return settings.form() == AutoencoderSettings.Form.INTERPOLATION ? "IDNN" : "Autoencoder";
    }

    @FunctionalInterface
    private interface Training {
        void run(ProgressMonitor progress) throws AsdException;
    }

    private static void steps(final String name, final Training training, final double seconds) throws AsdException {
        final StepClock clock = new StepClock(seconds);
        try {
            training.run(clock);
        } catch (final CancellationException measured) {
            final List<CpuClock.Span> steps = clock.steps();
            System.out.printf(Locale.ROOT, "ours     %s: %.4f s wall, %.4f s CPU (%d steps)%n", name,
                CpuClock.Span.median(steps, CpuClock.Span::wall), CpuClock.Span.median(steps, CpuClock.Span::cpu),
                steps.size());
        }
    }

    private static void rate(final String name, final ClipScores.Scoring scoring, final int perClip,
        final double seconds) throws AsdException {
        try (scoring) {
            for (int i = 0; i < WARM_UP_ROUNDS; i++) {
                round(scoring);
            }
            final List<CpuClock.Span> clips = new ArrayList<>();
            final CpuClock clock = new CpuClock();
            while (clock.wall() < seconds) {
                clips.add(round(scoring));
            }
            System.out.printf(Locale.ROOT, "ours     %s: %.0f per second, %.0f per CPU second (%d rounds)%n", name,
                perClip / CpuClock.Span.median(clips, CpuClock.Span::wall),
                perClip / CpuClock.Span.median(clips, CpuClock.Span::cpu), clips.size());
        }
    }

    /** Seconds a clip. */
    private static CpuClock.Span round(final ClipScores.Scoring scoring) throws AsdException {
        final CpuClock clock = new CpuClock();
        int clips = 0;
        double sum = 0;
        while (clock.wall() < ROUND_SECONDS) {
            sum += scoring.next();
            clips++;
        }
        final CpuClock.Span span = clock.span();
        if (!Double.isFinite(sum)) {
            throw new IllegalStateException("a score is " + sum);
        }
        return new CpuClock.Span(span.wall() / clips, span.cpu() / clips);
    }
}
