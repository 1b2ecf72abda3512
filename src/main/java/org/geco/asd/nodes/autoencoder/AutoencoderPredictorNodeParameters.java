package org.geco.asd.nodes.autoencoder;

import org.geco.asd.detect.Scorer;
import org.geco.asd.methods.autoencoder.AutoencoderModel;
import org.geco.asd.methods.autoencoder.AutoencoderScorer;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.predict.PredictorParameters;

/** Settings of the node Autoencoder Predictor. */
final class AutoencoderPredictorNodeParameters extends PredictorParameters<AutoencoderModel> {
    AutoencoderPredictorNodeParameters() {
        super(Columns.AUTOENCODER_SCORE);
    }

    @Override
    public Scorer scorer(final AutoencoderModel model) {
        return new AutoencoderScorer(model);
    }
}
