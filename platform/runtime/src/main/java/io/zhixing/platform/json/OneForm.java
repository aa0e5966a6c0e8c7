package io.zhixing.platform.json;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;

/** Values that are written as a text of one form and as nothing else, so that nobody has to guess which one was meant. */
class OneForm<T> extends StdScalarDeserializer<T> {

    private final Class<T> type;
    private final Function<String, Optional<T>> reading;
    private final String form;

    /** @param reading the value of a text; empty when it has another form */
    OneForm(Class<T> type, Function<String, Optional<T>> reading, String form) {
        super(type);
        this.type = type;
        this.reading = reading;
        this.form = form;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return type.cast(context.handleUnexpectedToken(type, parser));
        }
        var value = reading.apply(parser.getText());
        return value.isPresent() ? value.get() : type.cast(context.handleWeirdStringValue(type, "", form));
    }
}
