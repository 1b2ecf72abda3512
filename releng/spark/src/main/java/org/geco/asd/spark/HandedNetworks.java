package org.geco.asd.spark;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.cluster.ClusterMethod;
import org.geco.asd.cluster.HandedTraining;
import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.FrameReconstructor;
import org.geco.asd.detect.Model;
import org.geco.asd.learn.MethodSettings;

/** The networks of one model, whose training was handed over in the folder. Each worker reads it there. */
final class HandedNetworks extends Networks {
    private static final long serialVersionUID = 1L;

    private final String m_method;
    private transient Read<?> m_read;

    private record Read<M extends Model>(Method<M> method, ClipSource clips, int every) {
        static <S extends MethodSettings, M extends Model> Read<M> of(final ClusterMethod<S, M> method,
            final Path folder) throws AsdException {
            final HandedTraining<S, M> training = HandedTraining.read(method, folder);
            return new Read<>(new Method<>(method.learner().apply(training.settings()), method.reader(),
                training.start()), training.clips(), training.every());
        }
    }

    HandedNetworks(final String method, final Path folder) {
        super(folder);
        m_method = method;
    }

    private synchronized Read<?> read() throws AsdException {
        if (m_read == null) {
            m_read = Read.of(ClusterMethod.of(m_method), folder());
        }
        return m_read;
    }

    /** @return epochs from one checkpoint to the next */
    int every() throws AsdException {
        return read().every();
    }

    /** @return the only model */
    Of model() {
        return new Of(m_method, 0, false);
    }

    @Override
    List<Of> models() {
        return List.of(model());
    }

    @Override
    Method<?> method(final Of model, final Optional<FrameReconstructor> pae) throws AsdException {
        return read().method();
    }

    @Override
    ClipSource clips(final Method<?> method) throws AsdException {
        return read().clips();
    }

    @Override
    Collection<MachineId> machines() throws AsdException {
        final ClipSource clips = read().clips();
        return IntStream.range(0, clips.size()).mapToObj(clips::machine).distinct().toList();
    }
}
