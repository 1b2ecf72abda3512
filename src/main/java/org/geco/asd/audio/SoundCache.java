package org.geco.asd.audio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;

import org.geco.asd.common.AsdException;

/** What is known of the files that sections were read of last: to find out how long an MP3 is takes reading it all. */
final class SoundCache {
    private static final int MOST = 16;

    private final Map<Key, Sound> m_sounds = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(final Map.Entry<Key, Sound> eldest) {
            return size() > MOST;
        }
    };

    /** A file as it was: one that grows or is written anew is another. */
    private record Key(Path file, long size, FileTime time) { }

    /** @return what is known of a file; an AsdException if it is no sound that can be read */
    synchronized Sound get(final Path file) throws AsdException {
        try {
            final Key key = new Key(file, Files.size(file), Files.getLastModifiedTime(file));
            final Sound known = m_sounds.get(key);
            if (known != null) {
                return known;
            }
            final Sound sound = AudioFiles.sound(file);
            m_sounds.put(key, sound);
            return sound;
        } catch (IOException e) { // NOSONAR: reading the file tells what is wrong with it
            return AudioFiles.sound(file);
        }
    }
}
