package io.zhixing.platform.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.zhixing.platform.time.Ids;
import io.zhixing.platform.time.Shanghai;

/**
 * Reads JSON without guessing: an unknown or doubled field, text where a number belongs, a fraction where an integer
 * belongs are refused. A field that only the service writes is named by {@code @JsonIgnoreProperties} of the request and
 * refused as read-only. Texts are normalised (see {@link Text}), instants are written with Shanghai's offset. A date-time is no
 * day, which would hide which day was meant, and a number no time, of which nobody knows whether seconds or milliseconds are.
 * An id has its one form, and is none as Base64 or without its hyphens.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    private static final int MAXIMUM_NESTING = 20;

    @Override
    public void customize(ObjectMapper json) {
        json.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAXIMUM_NESTING).build());
        json.configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        json.configure(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION, false);
        json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        json.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        json.setSerializationInclusion(JsonInclude.Include.NON_NULL);
        json.registerModule(new SimpleModule("zhixing-values")
                .addDeserializer(String.class, new Text())
                .addDeserializer(LocalDate.class, new OneForm<>(LocalDate.class, Shanghai::day, "YYYY-MM-DD"))
                .addDeserializer(UUID.class, new OneForm<>(UUID.class, Ids::read, "UUID"))
                .addDeserializer(OffsetDateTime.class,
                        new OneForm<>(OffsetDateTime.class, StrictJson::time, "YYYY-MM-DDThh:mm:ss+08:00"))
                .addSerializer(Instant.class, new ShanghaiInstants()));
    }

    /** In UTC, whatever offset it was written with. */
    private static Optional<OffsetDateTime> time(String text) {
        return Shanghai.time(text.strip()).map(time -> time.withOffsetSameInstant(ZoneOffset.UTC));
    }

    @Override
    public int priority() {
        return MINIMUM_PRIORITY;   // last, so that no other customizer loosens it
    }
}
