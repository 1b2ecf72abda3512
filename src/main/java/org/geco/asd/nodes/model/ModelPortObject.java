package org.geco.asd.nodes.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

import javax.swing.JComponent;
import javax.swing.JEditorPane;
import javax.swing.JScrollPane;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.detect.Learned;
import org.geco.asd.report.ModelPage;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.node.ExecutionContext;

/**
 * A trained model in a workflow. The model is a file in KNIME's file store and is read when it is first used; KNIME
 * saves, copies and deletes the file with the workflow.
 */
public abstract class ModelPortObject<M extends Learned> extends FileStorePortObject {
    /** KNIME's name of the view, on its tab. */
    private static final String VIEW = "Model";

    private final ModelSpec m_spec;
    private final Reader<M> m_reader;
    private SoftReference<M> m_model = new SoftReference<>(null);

    /** Reads a model. */
    @FunctionalInterface
    protected interface Reader<M> {
        /** @return the model from its beginning; an AsdException if it is damaged or of a later version */
        M read(InputStream in) throws IOException, AsdException;
    }

    /** Writes a trained model; the reader reads what it wrote. */
    protected ModelPortObject(final M model, final ModelSpec spec, final ExecutionContext exec,
        final Reader<M> reader) throws AsdException {
        super(List.of(store(model, exec)));
        m_spec = spec;
        m_reader = reader;
    }

    /** For loading: KNIME attaches the file. */
    protected ModelPortObject(final ModelSpec spec, final Reader<M> reader) {
        m_spec = spec;
        m_reader = reader;
    }

    private static FileStore store(final Learned model, final ExecutionContext exec) throws AsdException {
        try {
            final FileStore store = exec.createFileStore(model.method().toLowerCase(Locale.ROOT) + "-model");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(store.getFile().toPath()))) {
                model.write(out);
            }
            return store;
        } catch (IOException e) {
            throw new AsdException("The trained model could not be written: " + e.getMessage(), e,
                "Check that the disk of KNIME's temporary folder is not full.");
        }
    }

    /** @return the model, read if necessary; an AsdException if it cannot be */
    public final synchronized M model() throws AsdException {
        M model = m_model.get();
        if (model == null) {
            model = readFile();
            m_model = new SoftReference<>(model);
        }
        return model;
    }

    private M readFile() throws AsdException {
        final File file = getFileStore(0).getFile();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.toPath()))) {
            return m_reader.read(in);
        } catch (IOException e) {
            throw new AsdException("The model file " + file + " could not be read: " + e.getMessage(), e,
                "Execute the learner again.");
        }
    }

    @Override
    public final ModelSpec getSpec() {
        return m_spec;
    }

    @Override
    public final String getSummary() {
        return m_spec.summary();
    }

    @Override
    public final JComponent[] getViews() {
        final JEditorPane page = new JEditorPane("text/html", html());
        page.setEditable(false);
        page.setCaretPosition(0);
        final JScrollPane view = new JScrollPane(page);
        view.setName(VIEW);
        return new JComponent[]{view};
    }

    /** The model in words; if its file cannot be read, what is known without. */
    private String html() {
        final Outcome<M> model = Outcome.attempt(this::model);
        return model.isPresent() ? ModelPage.html(model.value()) : getSummary();
    }
}
