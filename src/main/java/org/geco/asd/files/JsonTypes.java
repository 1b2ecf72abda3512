package org.geco.asd.files;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import org.nd4j.shade.jackson.core.JsonGenerator;
import org.nd4j.shade.jackson.core.JsonParser;
import org.nd4j.shade.jackson.databind.BeanProperty;
import org.nd4j.shade.jackson.databind.DeserializationContext;
import org.nd4j.shade.jackson.databind.JavaType;
import org.nd4j.shade.jackson.databind.JsonDeserializer;
import org.nd4j.shade.jackson.databind.SerializerProvider;
import org.nd4j.shade.jackson.databind.deser.ContextualDeserializer;
import org.nd4j.shade.jackson.databind.deser.std.FromStringDeserializer;
import org.nd4j.shade.jackson.databind.deser.std.StdScalarDeserializer;
import org.nd4j.shade.jackson.databind.module.SimpleModule;
import org.nd4j.shade.jackson.databind.ser.std.StdSerializer;
import org.nd4j.shade.jackson.databind.ser.std.ToStringSerializer;

/** The types in JSON that the library alone does not read or write as we want them. */
final class JsonTypes {
    private JsonTypes() { }

    static SimpleModule module() {
        return new SimpleModule() //
            .addSerializer(new OptionalWriter()).addDeserializer(Optional.class, new OptionalReader(null)) //
            .addSerializer(Instant.class, ToStringSerializer.instance) //
            .addDeserializer(Instant.class, new InstantReader()) //
            .addDeserializer(float.class, new FloatReader()).addDeserializer(Float.class, new FloatReader());
    }

    /** The value, or null. */
    private static final class OptionalWriter extends StdSerializer<Optional<?>> {
        private static final long serialVersionUID = 1L;

        OptionalWriter() {
            super(Optional.class, false);
        }

        @Override
        public void serialize(final Optional<?> value, final JsonGenerator out, final SerializerProvider provider)
            throws IOException {
            provider.defaultSerializeValue(value.orElse(null), out);
        }
    }

    /** Learns from the record's component what the value is. */
    private static final class OptionalReader extends JsonDeserializer<Optional<?>> implements ContextualDeserializer {
        private final JavaType m_value;

        OptionalReader(final JavaType value) {
            m_value = value;
        }

        @Override
        public JsonDeserializer<?> createContextual(final DeserializationContext context,
            final BeanProperty property) {
            return new OptionalReader(context.getContextualType().containedType(0));
        }

        @Override
        public Optional<?> deserialize(final JsonParser in, final DeserializationContext context) throws IOException {
            return Optional.of(context.readValue(in, m_value));
        }

        @Override
        public Optional<?> getNullValue(final DeserializationContext context) {
            return Optional.empty();
        }
    }

    /** The date and time in UTC, ISO 8601. */
    private static final class InstantReader extends FromStringDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(final String text, final DeserializationContext context) throws IOException {
            try {
                return Instant.parse(text);
            } catch (final DateTimeException e) {
                return (Instant)context.handleWeirdStringValue(Instant.class, text, "no date and time");
            }
        }
    }

    /** From the text: rounded to double first, as the library does it, a number could end in another float. */
    private static final class FloatReader extends StdScalarDeserializer<Float> {
        private static final long serialVersionUID = 1L;

        FloatReader() {
            super(Float.class);
        }

        @Override
        public Float deserialize(final JsonParser in, final DeserializationContext context) throws IOException {
            final float value = _parseFloatPrimitive(in, context);
            return in.currentToken().isNumeric() ? Float.valueOf(in.getText()) : value;
        }
    }
}
