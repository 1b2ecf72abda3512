package org.geco.asd.methods.pae;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.checkpoint.Fingerprint;
import org.geco.asd.mel.MelSettings;

/** What decides how the PAE of a machine type comes out of its training. */
final class PaeFingerprint {

    private PaeFingerprint() {
    }

    static Fingerprint of(final PaeSettings settings, final MelSettings mel, final TypeClips clips,
        final Optional<TypeModel> start) {
        final TrainingSettings training = settings.training();
        return Fingerprint.of("the PAE of " + clips.type()) //
            .with("network", settings.architecture()) //
            .with("epochs", training.epochs()) //
            .with("batch size", training.batchSize()) //
            .with("learning rate", training.learningRate() + ", " + training.rates()) //
            .with("window stride", settings.windowStride()) //
            .with("held-out share", training.stop().heldOutShare()) //
            .with("patience", training.stop().patience()) //
            .with("random seed", training.seed()) //
            .with("spectrograms", mel) //
            .with("training clips", clips.training().length) //
            .with("machines", String.join(", ", clips.ids())) //
            .with("content of the clips", content(clips)) //
            .with("model to start from",
                start.map(model -> Fingerprint.checksum(model.weights())).orElse("none"));
    }

    /** Lengths in their order, mean and deviation: other clips, or the same in another order, give another number. */
    private static String content(final TypeClips clips) {
        final CRC32 sum = new CRC32();
        final ByteBuffer buffer = ByteBuffer.allocate((clips.frames().length + 2) * Integer.BYTES);
        for (final int frames : clips.frames()) {
            buffer.putInt(frames);
        }
        buffer.putFloat(clips.standardisation().mean()).putFloat(clips.standardisation().deviation());
        sum.update(buffer.array());
        return Long.toHexString(sum.getValue());
    }
}
