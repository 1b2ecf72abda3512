package org.geco.asd.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** What a chart shows of many clips. */
class CourseTest {

    private static Course course(final List<JudgedClip> clips, final int most) {
        return Course.of(Nights.FAN, clips, Event.of(clips, Nights.TWO_OF_THREE, clip -> true), clip -> true, most);
    }

    @Test
    void ofManyClipsTheAnomalousAndTheClipToListenToStay() {
        final double[] scores = new double[1_000];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i % 5 == 0 ? 4 : 1;
        }
        scores[500] = 5;
        scores[501] = 9;
        final List<JudgedClip> clips = Nights.clips(Nights.FAN, Nights.START, scores);
        assertThat(course(clips, 300).clips()).hasSize(300).extracting(seen -> seen.clip().from()).isSorted();
        assertThat(course(clips, 300).clips()).filteredOn(seen -> seen.clip().anomalous()).hasSize(201);
        assertThat(course(clips, 100).clips()).filteredOn(seen -> seen.clip().anomalous()).hasSize(75)
            .anyMatch(seen -> seen.clip().score() == 9);
        assertThat(course(clips, 1_000).clips()).extracting(Course.Seen::clip).isEqualTo(clips);
    }

    @Test
    void noMoreDaysThanACalendarHas() {
        final List<JudgedClip> clips = new ArrayList<>();
        for (int day = 0; day < 40; day++) {
            clips.add(Nights.clip(Nights.FAN, Nights.START.plusDays(day), 1));
        }
        assertThat(course(clips, 1_000).clips()).extracting(Course.Seen::clip).isEqualTo(clips.subList(9, 40));
        assertThat(100 * Course.most(100)).isEqualTo(40_000);
    }
}
