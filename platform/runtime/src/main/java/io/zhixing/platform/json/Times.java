package io.zhixing.platform.json;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.zhixing.platform.time.Shanghai;

/** Times as of RFC 3339 with an offset and nothing else: of a number nobody knows whether seconds or milliseconds were meant. */
class Times extends StdScalarDeserializer<OffsetDateTime> {

    Times() {
        super(OffsetDateTime.class);
    }

    @Override
    public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (OffsetDateTime) context.handleUnexpectedToken(OffsetDateTime.class, parser);
        }
        var time = Shanghai.time(parser.getText().strip());
        return time.isPresent()
                ? time.get().withOffsetSameInstant(ZoneOffset.UTC)
                : (OffsetDateTime) context.handleWeirdStringValue(OffsetDateTime.class, "",
                        "YYYY-MM-DDThh:mm:ss+08:00");
    }
}
