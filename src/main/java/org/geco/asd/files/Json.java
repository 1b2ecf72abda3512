package org.geco.asd.files;

import java.util.stream.Collectors;

import org.nd4j.shade.jackson.annotation.JsonAutoDetect.Visibility;
import org.nd4j.shade.jackson.annotation.PropertyAccessor;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.core.StreamReadFeature;
import org.nd4j.shade.jackson.databind.DeserializationFeature;
import org.nd4j.shade.jackson.databind.JavaType;
import org.nd4j.shade.jackson.databind.JsonMappingException;
import org.nd4j.shade.jackson.databind.MapperFeature;
import org.nd4j.shade.jackson.databind.ObjectReader;
import org.nd4j.shade.jackson.databind.SerializationFeature;
import org.nd4j.shade.jackson.databind.exc.UnrecognizedPropertyException;
import org.nd4j.shade.jackson.databind.json.JsonMapper;
import org.nd4j.shade.jackson.databind.type.TypeFactory;

/**
 * Records as JSON text and back: every component by its name, of numbers every bit, enums by their names,
 * {@code Optional} as its value or null. Text that lacks a component or has another one is refused.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder() //
        .visibility(PropertyAccessor.ALL, Visibility.NONE) //
        .visibility(PropertyAccessor.FIELD, Visibility.ANY) //
        .visibility(PropertyAccessor.CREATOR, Visibility.ANY) //
        .enable(SerializationFeature.INDENT_OUTPUT) //
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION) //
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS) //
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT) //
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS) //
        .addModule(JsonTypes.module()).build();

    private Json() { }

    /** @return a record's JSON text, the same for equal records */
    public static String text(final Object value) {
        try {
            return MAPPER.writeValueAsString(value).replace("\r\n", "\n") + "\n";
        } catch (final JsonProcessingException e) {
            throw new IllegalArgumentException("No JSON of " + value.getClass() + ": " + e.getOriginalMessage(), e);
        }
    }

    /** The inverse of {@link #text}; a DamagedException names the component that does not fit. */
    public static <T> T read(final String text, final Class<T> type) throws DamagedException {
        return read(text, MAPPER.constructType(type), true);
    }

    /** What the text has of the record, whatever else it has. */
    static <T> T readPart(final String text, final Class<T> type) throws DamagedException {
        return read(text, MAPPER.constructType(type), false);
    }

    /** An envelope with a record that may have type parameters. */
    static <T> Archive.Envelope<T> readEnvelope(final String text, final Class<T> type,
        final Class<?>... parameters) throws DamagedException {
        final TypeFactory types = MAPPER.getTypeFactory();
        return read(text, types.constructParametricType(Archive.Envelope.class, parameters.length == 0
            ? types.constructType(type) : types.constructParametricType(type, parameters)), true);
    }

    private static <T> T read(final String text, final JavaType type, final boolean whole) throws DamagedException {
        try {
            final ObjectReader reader = MAPPER.readerFor(type);
            final T value = (whole ? reader : reader.without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES))
                .readValue(text);
            if (value == null) {
                throw new DamagedException("the content is missing");
            }
            return value;
        } catch (final UnrecognizedPropertyException e) {
            throw new DamagedException(place(e) + " is not known here", e);
        } catch (final JsonMappingException e) {
            throw new DamagedException(place(e) + " is missing or cannot be used", e);
        } catch (final JsonProcessingException e) {
            throw new DamagedException("line " + e.getLocation().getLineNr() + " is no JSON", e);
        }
    }

    /** Where something does not fit, e.g. {@code training.epochs}. */
    private static String place(final JsonMappingException e) {
        final String path = e.getPath().stream()
            .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
            .collect(Collectors.joining("."));
        return path.isEmpty() ? "the content" : path;
    }
}
