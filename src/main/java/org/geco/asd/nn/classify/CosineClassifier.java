package org.geco.asd.nn.classify;

import java.util.Arrays;
import java.util.Map;

import org.geco.asd.files.Tensor;
import org.geco.asd.nn.layers.Cosines;
import org.geco.asd.nn.layers.CrossEntropy;
import org.geco.asd.nn.layers.LogSumExp;
import org.geco.asd.nn.layers.Targets;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.geco.asd.nn.tensor.Parameters;
import org.geco.asd.nn.tensor.Weights;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Recognises machines by the angles between an embedding and their centres: L_CE of the logits s·cos θ.
 * <ul>
 * <li>ArcFace (Deng et al., <i>ArcFace: Additive Angular Margin Loss for Deep Face Recognition</i>, CVPR 2019, Eqn 3):
 * s·cos(θ + m) on the own class; where θ + m is beyond π, cos θ − m·sin m, as the authors' code has it, which keeps
 * falling. With {@link Mixup} the margin is on the first of the two classes, for both cross entropies: that is
 * Noisy-ArcMix (Choi, Choi, <i>Noisy-ArcMix: Additive Noisy Angular Margin Loss Combined with Mixup for Anomalous Sound
 * Detection</i>, ICASSP 2024).</li>
 * <li>{@link AdaCos}: no margin, and a scale of its own, which is no part of the gradient.</li>
 * <li>Sub-cluster AdaCos (Wilkinghoff, IJCNN 2021): a class has several centres, and its probability is the sum of
 * theirs, so its logit log Σ exp of theirs.</li>
 * </ul>
 * Parameter: {@code classifier.weight} [size, centres · classes], the classes side by side. Buffer: the adaptive scale,
 * {@code classifier.scale} [1].
 */
final class CosineClassifier implements Classifier {
    private static final String SCALE = "classifier.scale";

    /** Of 1 − cos²: the slope of the margin is infinite at an angle of 0. */
    private static final double LEAST_SQUARED_SINE = 1e-6;

    private final Arena m_arena;
    private final Cosines m_cosines;
    private final AdaCos m_adaCos;
    private final double m_margin;
    private final boolean m_adapts;

    /** A float, as it is kept: a training that goes on has the same bits. */
    private final float m_start;
    private float m_scale;

    CosineClassifier(final HeadSettings settings, final Parameters parameters, final Arena arena, final int size,
        final int classes) {
        m_arena = arena;
        m_adaCos = new AdaCos(classes, settings.centres());
        m_cosines = new Cosines(parameters, arena, "classifier", size, outputs());
        m_margin = settings.isAdaCos() ? 0 : settings.margin();
        m_adapts = settings.isAdaCos() && settings.adaptive();
        m_start = start(settings, classes);
        m_scale = m_start;
    }

    private static float start(final HeadSettings settings, final int classes) {
        return (float)(settings.isAdaCos() ? new AdaCos(classes, settings.centres()).fixed() : settings.scale());
    }

    /** @return what a finished model of so many classes multiplies cosines by */
    static double scale(final HeadSettings settings, final Weights weights, final int classes) {
        return weights.tensors().containsKey(SCALE) ? weights.get(SCALE).values()[0] : start(settings, classes);
    }

    private int outputs() {
        return m_adaCos.classes() * m_adaCos.centres();
    }

    @Override
    public Result gradient(final INDArray z, final Targets targets, final INDArray dz) {
        final INDArray cosines = m_arena.take(z.size(0), outputs());
        m_cosines.forward(z, cosines, m_arena);
        final double[] values = Ops.read(cosines);
        if (m_adapts && !m_arena.isDryRun()) {
            m_scale = (float)m_adaCos.adapted(m_scale, values, targets);
        }
        final double[] shown = ofClasses(scaled(values));
        final double[] slopes = addMargin(values, targets);
        final double[] centres = scaled(values);
        final double[] logits = ofClasses(centres);
        final double[] gradient = logits.clone();
        final double loss = CrossEntropy.gradient(gradient, targets);
        for (int i = 0; i < values.length; i++) {
            final int logit = i / outputs() * m_adaCos.classes() + i % m_adaCos.classes();
            values[i] = gradient[logit] * Math.exp(centres[i] - logits[logit]) * m_scale * slopes[i];
        }
        Ops.write(cosines, values);
        m_cosines.backward(z, cosines, dz);
        m_arena.give(cosines);
        return new Result(loss, shown);
    }

    private double[] scaled(final double[] cosines) {
        final double[] scaled = new double[cosines.length];
        Arrays.setAll(scaled, i -> m_scale * cosines[i]);
        return scaled;
    }

    /** Puts the margin on the own class; returns what that multiplies gradients by. */
    private double[] addMargin(final double[] cosines, final Targets targets) {
        final double[] slopes = new double[cosines.length];
        Arrays.fill(slopes, 1);
        for (int row = 0; m_margin > 0 && row < targets.first().length; row++) {
            if (targets.first()[row] != Targets.NONE) {
                final int own = row * outputs() + targets.first()[row];
                final double cosine = cosines[own];
                cosines[own] = withMargin(cosine, m_margin);
                slopes[own] = cosine > -Math.cos(m_margin)
                    ? Math.cos(m_margin) + cosine / sine(cosine) * Math.sin(m_margin) : 1;
            }
        }
        return slopes;
    }

    /** @return cos(θ + margin) for cos θ, or what takes its place beyond π */
    static double withMargin(final double cosine, final double margin) {
        return cosine > -Math.cos(margin) ? cosine * Math.cos(margin) - sine(cosine) * Math.sin(margin)
            : cosine - margin * Math.sin(margin);
    }

    private static double sine(final double cosine) {
        return Math.sqrt(Math.max(LEAST_SQUARED_SINE, 1 - cosine * cosine));
    }

    /** @return log Σ exp over the centres of each class */
    private double[] ofClasses(final double[] centres) {
        if (m_adaCos.centres() == 1) {
            return centres.clone();
        }
        final int classes = m_adaCos.classes();
        final double[] own = new double[m_adaCos.centres()];
        final double[] logits = new double[centres.length / own.length];
        for (int i = 0; i < logits.length; i++) {
            for (int k = 0; k < own.length; k++) {
                own[k] = centres[i / classes * outputs() + k * classes + i % classes];
            }
            logits[i] = LogSumExp.of(own, 0, own.length);
        }
        return logits;
    }

    @Override
    public double[] logits(final INDArray z, final Arena arena) {
        final INDArray cosines = arena.shared("cosines", z.size(0), outputs());
        m_cosines.forward(z, cosines, arena);
        return ofClasses(scaled(Ops.read(cosines)));
    }

    @Override
    public void load(final Weights weights) {
        m_scale = m_adapts && weights.tensors().containsKey(SCALE) ? weights.get(SCALE).values()[0] : m_start;
    }

    @Override
    public void copyTo(final Map<String, Tensor> tensors) {
        if (m_adapts) {
            tensors.put(SCALE, new Tensor(new long[]{1}, new float[]{m_scale}));
        }
    }
}
