package org.geco.asd.clips;

import static org.assertj.core.api.Assertions.assertThat;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Seeds;
import org.junit.jupiter.api.Test;

class ClipCacheTest {

    private static final int CLIPS = 40;

    private final NumberedClips m_clips = new NumberedClips(CLIPS);

    private static void pass(final ClipCache cache, final int epoch, final long limit) throws AsdException {
        for (final int clip : Seeds.permutation(CLIPS, new Seeds(1).stream("order", epoch))) {
            assertThat(cache.load(clip).values()[0]).isEqualTo(clip);
            assertThat(cache.bytes()).isLessThanOrEqualTo(limit);
        }
    }

    @Test
    void whatFitsIsReadOnceHoweverTheOrderChanges() throws AsdException {
        final long capacity = 10 * NumberedClips.BYTES + NumberedClips.BYTES / 2;
        final ClipCache cache = new ClipCache(m_clips, capacity);
        pass(cache, 0, capacity);
        assertThat(m_clips.loads()).isEqualTo(CLIPS);
        assertThat(cache.bytes()).isEqualTo(10 * NumberedClips.BYTES);
        for (int epoch = 1; epoch < 6; epoch++) {
            pass(cache, epoch, capacity);
        }
        // a cache that replaces the longest unused clip would find about 3 of 40 again
        assertThat(m_clips.loads()).isEqualTo(CLIPS + 5 * (CLIPS - 10));
    }

    @Test
    void withRoomForAllNothingIsReadTwice() throws AsdException {
        final long capacity = CLIPS * NumberedClips.BYTES;
        final ClipCache cache = new ClipCache(m_clips, capacity);
        pass(cache, 0, capacity);
        pass(cache, 1, capacity);
        assertThat(m_clips.loads()).isEqualTo(CLIPS);
    }

    @Test
    void withoutRoomNothingIsKept() throws AsdException {
        final ClipCache cache = new ClipCache(m_clips, 0);
        pass(cache, 0, 0);
        pass(cache, 1, 0);
        assertThat(m_clips.loads()).isEqualTo(2 * CLIPS);
    }

    @Test
    void isASourceLikeTheOneBehindIt() {
        final ClipCache cache = new ClipCache(m_clips, 0);
        assertThat(cache.size()).isEqualTo(CLIPS);
        assertThat(cache.name(3)).isEqualTo("Row3");
        assertThat(cache.machine(3)).isEqualTo(m_clips.machine(3));
    }
}
