package org.geco.asd.bench.quality;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.geco.asd.learn.patches.InputSettings;
import org.geco.asd.learn.patches.ScoringSettings;
import org.geco.asd.methods.geco.GecoSettings;
import org.geco.asd.methods.geco.LambdaSettings;
import org.geco.asd.methods.geco.LossSettings;
import org.geco.asd.nn.classify.HeadSettings;
import org.geco.asd.nn.classify.HeadSettings.Form;
import org.geco.asd.nn.optim.Ramp;

/**
 * GeCo with one option of docs/options.md each, as its source has it (scales of cosines are those of few classes), and
 * with the constant λ of the paper's Table 2.
 */
final class GecoVariants {
    private static final double MIXUP = 0.5;
    private static final HeadSettings ARC_FACE = new HeadSettings(Form.ARC_FACE, 0.5, 30, true, 16);
    private static final HeadSettings ARC_MIX = new HeadSettings(Form.ARC_FACE, 0.7, 30, true, 16);
    private static final HeadSettings SUB_CLUSTERS = new HeadSettings(Form.SUB_CLUSTER_ADA_COS, 0.5, 64, false, 16);
    private static final InputSettings MIXED = new InputSettings(1, MIXUP, false);
    private static final ScoringSettings MEAN = ScoringSettings.PAPER;

    private GecoVariants() {
    }

    /** @return the same settings with one option, by its name */
    static Map<String, GecoSettings> of(final GecoSettings usual) {
        final Map<String, GecoSettings> variants = new LinkedHashMap<>();
        variants.put("furthest", with(usual, usual.loss().head(), usual.input(), scoring(0, 1)));
        variants.put("centres", with(usual, usual.loss().head(), usual.input(), scoring(1, 4)));
        variants.put("no-mean", with(usual, usual.loss().head(), new InputSettings(1, 0, true), MEAN));
        variants.put("mixup", with(usual, usual.loss().head(), MIXED, MEAN));
        variants.put("arc-face", with(usual, ARC_FACE, usual.input(), MEAN));
        variants.put("arc-mix", with(usual, ARC_MIX, MIXED, MEAN));
        variants.put("sub-clusters", with(usual, SUB_CLUSTERS, usual.input(), MEAN));
        for (final int lambda : new int[]{0, 1, 10}) {
            variants.put("lambda-" + lambda, constant(usual, lambda));
        }
        return variants;
    }

    private static GecoSettings constant(final GecoSettings s, final double lambda) {
        return new GecoSettings(s.architecture(), s.training(), s.momentum(), s.weightDecay(),
            new LambdaSettings(Ramp.Shape.CONSTANT, 0, 0, lambda, LambdaSettings.Unit.EPOCHS), s.loss(), s.input(),
            s.scoring(), s.members());
    }

    private static ScoringSettings scoring(final double topShare, final int centres) {
        return new ScoringSettings(Optional.of(5), topShare, centres);
    }

    private static GecoSettings with(final GecoSettings s, final HeadSettings head, final InputSettings input,
        final ScoringSettings scoring) {
        return new GecoSettings(s.architecture(), s.training(), s.momentum(), s.weightDecay(), s.lambda(),
            new LossSettings(head, s.loss().contrast(), s.loss().temperature()), input, scoring, s.members());
    }
}
