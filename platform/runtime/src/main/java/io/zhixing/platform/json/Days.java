package io.zhixing.platform.json;

import java.io.IOException;
import java.time.LocalDate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.zhixing.platform.time.Shanghai;

/** Days as {@code YYYY-MM-DD} and nothing else: a date-time shortened to a day would hide which day was meant. */
class Days extends StdScalarDeserializer<LocalDate> {

    Days() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
        }
        var day = Shanghai.day(parser.getText());
        return day.isPresent()
                ? day.get()
                : (LocalDate) context.handleWeirdStringValue(LocalDate.class, "", "YYYY-MM-DD");
    }
}
