package org.geco.asd.nodes.reader;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.dataset.RecordingTime;
import org.knime.node.parameters.widget.choices.Label;

/** What tells when a recording was made. The names are stored in workflows. */
enum RecordedAt {
    @Label(value = "Automatic", description = """
        The name; if that does not tell it, what a recorder wrote into a WAV file (<i>bext</i>); else the file's date.
        """)
    AUTOMATIC,

    @Label(value = "Name", description = """
        A date and directly behind it the time, in the file's name or in the folders that it is in:
        <tt>20261125_031500</tt>, <tt>2026-11-25T03-15-00</tt>, <tt>2026-11-25/0315.wav</tt>.
        """)
    NAME,

    @Label(value = "File date", description = """
        When the file was written last, which is when most recorders end, less the recording's length.
        """)
    FILE_DATE,

    @Label(value = "Nothing", description = "The column is left out.")
    NONE;

    /** @return when a file of so many seconds was started to be recorded, if that is known */
    Optional<LocalDateTime> of(final Path file, final double seconds) {
        return switch (this) {
            case AUTOMATIC -> RecordingTime.ofName(file).or(() -> AudioFiles.recordedAt(file))
                .or(() -> RecordingTime.ofDate(file, seconds));
            case NAME -> RecordingTime.ofName(file);
            case FILE_DATE -> RecordingTime.ofDate(file, seconds);
            case NONE -> Optional.empty();
        };
    }
}
