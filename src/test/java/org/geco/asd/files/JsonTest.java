package org.geco.asd.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class JsonTest {

    private enum Shape {
        STEPS, COSINE {
            @Override
            public String toString() {
                return "not its name";
            }
        }
    }

    private record Inner(Shape shape, Optional<Double> share, Optional<Inner> inner, float[] values) {

        Inner(final Shape shape) {
            this(shape, Optional.empty(), Optional.empty(), new float[]{1.5f, -0f});
        }

        /** Looks like a property and is none. */
        public boolean isRisen() {
            throw new IllegalStateException("nobody may ask");
        }

        static Inner of(final String shape) {
            return new Inner(Shape.valueOf(shape));
        }
    }

    private record Outer(int count, long seed, boolean yes, double rate, float mean, String text, Instant made,
        List<Inner> inner, Map<String, Double> metrics, Optional<String> note) {

        Outer {
            inner = List.copyOf(inner);
        }
    }

    private record Numbers(List<Double> doubles, List<Float> floats) {
    }

    private record Few(int count, Optional<Integer> more) {

        Few {
            if (count < 0) {
                throw new IllegalArgumentException("count " + count);
            }
        }
    }

    private record Nested(List<Few> parts) {
    }

    @Test
    void recordsComeBackAsTheyWere() throws Exception {
        final Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("z", Double.NaN);
        metrics.put("a", Double.NEGATIVE_INFINITY);
        metrics.put("λ \"quoted\"\n", -0.0);
        final Outer outer = new Outer(Integer.MIN_VALUE, Long.MAX_VALUE, true, 0.1, Float.NaN, "fan\u0000 ü 音 \\",
            Instant.parse("2026-11-25T20:15:30.123456789Z"), List.of(), metrics, Optional.of(""));
        final Outer read = Json.read(Json.text(outer), Outer.class);
        assertThat(read).isEqualTo(outer);
        assertThat(read.metrics().keySet()).containsExactly("z", "a", "λ \"quoted\"\n");
        final Inner inner = new Inner(Shape.COSINE, Optional.of(1e-3), Optional.of(Inner.of("STEPS")), new float[0]);
        final Inner same = Json.read(Json.text(inner), Inner.class);
        assertThat(same).usingRecursiveComparison().isEqualTo(inner);
        assertThat(same.inner().orElseThrow().values()).containsExactly(1.5f, -0f);
        assertThat(Json.text(same)).isEqualTo(Json.text(inner)).contains("\"shape\" : \"COSINE\"", "\"share\" : 0.001",
            "\"inner\" : null");
    }

    @Test
    void numbersKeepEveryBit() throws Exception {
        final SplittableRandom random = new SplittableRandom(5);
        final List<Double> doubles = new ArrayList<>(List.of(Double.MIN_VALUE, Double.MAX_VALUE, -0.0, 1e23));
        final List<Float> floats = new ArrayList<>(List.of(Float.MIN_VALUE, Float.MAX_VALUE, -0f, 1e10f));
        for (int i = 0; i < 50_000; i++) {
            doubles.add(Double.longBitsToDouble(random.nextLong()));
            floats.add(Float.intBitsToFloat(random.nextInt()));
        }
        final Numbers numbers = new Numbers(doubles, floats);
        // equal boxes have equal bits, but for what is not a number
        assertThat(Json.read(Json.text(numbers), Numbers.class)).isEqualTo(numbers);
    }

    @Test
    void whatIsMissingUnknownOrOfAnotherTypeIsNamed() {
        for (final String[] text : new String[][]{{"{\"count\":1}", "more is missing"},
            {"{\"more\":null}", "count is missing"}, {"{\"count\":null,\"more\":null}", "count is missing"},
            {"{\"count\":1,\"more\":2,\"most\":3}", "most is not known here"},
            {"{\"count\":1,\"more\":\"2\"}", "more is missing or cannot be used"},
            {"{\"count\":1.5,\"more\":2}", "count is missing or cannot be used"},
            {"{\"count\":\"1\",\"more\":2}", "count is missing or cannot be used"},
            {"{\"count\":-1,\"more\":2}", "the content is missing or cannot be used"},
            {"null", "the content is missing"},
            {"[1, 2]", "the content is missing or cannot be used"}, {"{\"count\":1,\n\"more\":2", "line 2 is no JSON"},
            {"{\"count\":1,\"count\":1,\"more\":2}", "no JSON"}, {"{\"count\":1,\"more\":2} 3", "cannot be used"},
            {"", "the content is missing"}, {"\u0000", "no JSON"},
            {"{\"count\":99999999999,\"more\":2}", "count is missing or cannot be used"}}) {
            assertThatThrownBy(() -> Json.read(text[0], Few.class)).as("%s", "<" + text[0] + ">")
                .isInstanceOf(DamagedException.class).hasMessageContaining(text[1])
                .hasMessageNotContainingAny("org.", "java", "Few");
        }
        assertThatThrownBy(() -> Json.read("{\"parts\":[{\"count\":1,\"more\":2},{\"count\":1}]}", Nested.class))
            .isInstanceOf(DamagedException.class).hasMessage("parts.1.more is missing or cannot be used");
    }

    /** Settings that lie nested without end must not end in a stack overflow. */
    @Test
    void deepNestingIsRefused() {
        final String deep = "{\"count\":" + "[".repeat(200_000);
        final long start = System.nanoTime();
        assertThatThrownBy(() -> Json.read(deep, Few.class)).isInstanceOf(DamagedException.class);
        assertThatThrownBy(() -> Json.readPart("{\"x\":" + "[".repeat(200_000), Few.class))
            .isInstanceOf(DamagedException.class);
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(10));
    }

    @Test
    void equalRecordsGiveEqualText() {
        final Few few = new Few(3, Optional.of(4));
        assertThat(Json.text(few)).isEqualTo(Json.text(new Few(3, Optional.of(4)))).endsWith("}\n")
            .isEqualTo("{\n  \"count\" : 3,\n  \"more\" : 4\n}\n");
        assertThat(Arrays.asList(Json.text(few).split("\n"))).hasSize(4);
    }
}
