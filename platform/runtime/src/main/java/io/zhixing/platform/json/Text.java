package io.zhixing.platform.json;

import java.io.IOException;
import java.text.Normalizer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** Texts as they are stored: NFC, trimmed, of characters that are {@link #isPlain plain}. */
public class Text extends StdScalarDeserializer<String> {

    public Text() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var text = normalised(StringDeserializer.instance.deserialize(parser, context));
        if (text != null && !isPlain(text)) {
            throw new NotPlain(parser);
        }
        return text;
    }

    /** The one form in which a text is stored and compared; null stays null. */
    public static String normalised(String text) {
        return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /**
     * Whether it has no control characters other than line breaks and no half of a surrogate pair. PostgreSQL refuses U+0000, and
     * what stands for half a character is lost on the way to it, so that another text would be kept than the one sent.
     */
    public static boolean isPlain(String text) {
        return text.codePoints().noneMatch(Text::refused);
    }

    private static boolean refused(int codePoint) {
        return Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\r'
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    /** A text that is not {@link #isPlain plain}. */
    public static final class NotPlain extends MismatchedInputException {

        NotPlain(JsonParser parser) {
            super(parser, "not plain", String.class);
        }
    }
}
