package io.zhixing.platform.json;

import java.io.IOException;
import java.text.Normalizer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;

/** Texts as they are stored: NFC, trimmed, without control characters other than line breaks. */
public class Text extends StdScalarDeserializer<String> {

    public Text() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var text = normalised(StringDeserializer.instance.deserialize(parser, context));
        if (text != null && text.codePoints().anyMatch(Text::refused)) {
            return (String) context.handleWeirdStringValue(String.class, "", "control character");
        }
        return text;
    }

    /** The one form in which a text is stored and compared; null stays null. */
    public static String normalised(String text) {
        return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    private static boolean refused(int codePoint) {
        return Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\r';
    }
}
