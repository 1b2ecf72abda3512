package org.geco.asd.methods.pae;

import java.util.HashMap;
import java.util.Map;

import org.geco.asd.common.AsdException;

/** The networks of a model's machine types, put into native memory when they are first used. Thread-safe. */
final class LoadedTypes implements AutoCloseable {
    private final PaeModel m_model;
    private final Map<String, PaeInference> m_types = new HashMap<>();

    LoadedTypes(final PaeModel model) {
        m_model = model;
    }

    synchronized PaeInference get(final String machineType) throws AsdException {
        PaeInference inference = m_types.get(machineType);
        if (inference == null) {
            inference = new PaeInference(m_model.settings().architecture(), m_model.mel().mels(),
                m_model.type(machineType));
            m_types.put(machineType, inference);
        }
        return inference;
    }

    @Override
    public synchronized void close() {
        m_types.values().forEach(PaeInference::close);
        m_types.clear();
    }
}
