package org.geco.asd.outlier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.geco.asd.calibration.FewClips;
import org.geco.asd.calibration.MachineThreshold;
import org.geco.asd.calibration.ThresholdModel;
import org.geco.asd.calibration.ThresholdSettings;
import org.geco.asd.outlier.OutlierSettings.Method;
import org.geco.asd.outlier.OutlierSettings.Scaling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A threshold that is learned from clips which the outlier model was learned from keeps its promise on fresh ones, as
 * their scores are leave-one-out.
 */
class LeaveOneOutThresholdTest {
    private static final int LENGTH = 24;
    private static final int FRESH = 100;
    private static final double RATE = 0.05;

    @ParameterizedTest
    @CsvSource({"MAHALANOBIS,20,400", "MAHALANOBIS,50,200", "MAHALANOBIS,200,40", "NEAREST_NEIGHBOURS,20,400",
        "NEAREST_NEIGHBOURS,50,200"})
    void freshNormalClipsAreCalledAnomalousAtTheRatePromised(final Method method, final int clips, final int machines)
        throws Exception {
        final OutlierSettings settings =
            new OutlierSettings(method, Scaling.NONE, 3, 1, false, Optional.empty(), 1, 2, 0);
        int alarms = 0;
        double promised = 0;
        for (int trial = 0; trial < machines; trial++) {
            final List<double[]> all = new ArrayList<>(Machines.vectors(clips + FRESH, LENGTH, 0, trial));
            final OutlierModel model =
                OutlierLearner.learn(Machines.samples(Machines.FAN_0, all.subList(0, clips)), settings,
                    Machines.SILENT);
            final double[] scores =
                all.stream().mapToDouble(vector -> model.score(Machines.FAN_0, vector).value()).toArray();
            final double[] normal = Arrays.copyOf(scores, clips);
            final MachineThreshold threshold =
                ThresholdModel.learn(new ThresholdSettings("score", RATE, FewClips.NO_DECISION),
                    Map.of(Machines.FAN_0, normal)).threshold(Machines.FAN_0);
            promised += threshold.rate().value() / machines;
            for (int i = clips; i < scores.length; i++) {
                alarms += threshold.isAnomalous(scores[i]).value() ? 1 : 0;
            }
        }
        final double rate = (double)alarms / machines / FRESH;
        // of one machine the rate is beta distributed, of all four deviations of their mean
        final double deviation = Math.sqrt(promised * (1 - promised) / (clips + 2) / machines
            + promised * (1 - promised) / machines / FRESH);
        assertThat(rate).isLessThan(promised + 3 * deviation).isGreaterThan(promised / 2);
    }
}
