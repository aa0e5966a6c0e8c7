package io.zhixing.acceptance.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A scan that finds nothing is believed as far as it finds what is planted. */
class ScannerTest {

    private static final Canary NAME = Canary.declared("name", "金丝雀甲黄羽");
    private static final Canary NUMBER = Canary.nowhere("number", "999999190");
    private static final Charset GBK = Charset.forName("GBK");
    private static final Declarations DECLARED = Declarations
            .of(List.of("kind,service,holder,fields,class,text,purpose",
                    "table,register,person,name words,sensitive,name,x", "table,register,person,number,secret,,x",
                    "table,*,step,comment,sensitive,free,x", "table,register,place,name,public,name,x"));

    /** Written by the library that would write it, not by the code under test. */
    static Stream<Arguments> encodings() {
        return Stream.of(
                encoding("UTF-8", text -> text.getBytes(StandardCharsets.UTF_8)),
                encoding("GBK", text -> text.getBytes(GBK)),
                encoding("UTF-16", text -> text.getBytes(StandardCharsets.UTF_16LE)),
                encoding("JSON", text -> ascii(json(text))),
                encoding("JSON within JSON", text -> ascii(json(json(text)))),
                encoding("URL", text -> ascii(URLEncoder.encode(text, StandardCharsets.UTF_8))),
                encoding("URL in small letters",
                        text -> ascii(URLEncoder.encode(text, StandardCharsets.UTF_8).toLowerCase())),
                encoding("URL of GBK", text -> ascii(URLEncoder.encode(text, GBK))),
                encoding("hexadecimal",
                        text -> ascii(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)))),
                encoding("hexadecimal in capitals of GBK",
                        text -> ascii(HexFormat.of().withUpperCase().formatHex(text.getBytes(GBK)))),
                encoding("base64", text -> ascii(base64("", text))),
                encoding("base64, one byte on", text -> ascii(base64("x", text))),
                encoding("base64, two bytes on", text -> ascii(base64("xy", text))),
                encoding("base64 of GBK",
                        text -> ascii(Base64.getEncoder().encodeToString(("x" + text + "yz").getBytes(GBK)))),
                encoding("base64 for addresses", text -> ascii(
                        Base64.getUrlEncoder().encodeToString(("?" + text).getBytes(StandardCharsets.UTF_8)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void what_is_planted_is_found_in_every_encoding_and_place(String name, Function<String, byte[]> encoded) {
        for (var kind : List.of("log", "table", "topic", "metrics", "problem", "header", "answer", "file",
                "statement")) {
            // Given
            var scanner = new Scanner(List.of(NAME, NUMBER));
            var place = kind.equals("table")
                    ? Place.column("register", "outbox", "payload")
                    : Place.closed(kind, "here");
            // When
            scanner.look(place, amid(encoded.apply(NAME.text())));
            scanner.look(place, amid(encoded.apply(NUMBER.text() + "001010015")));
            // Then
            assertEquals(List.of("name", "number"), scanner.leaks(DECLARED).stream().map(hit -> hit.canary().label())
                    .distinct().sorted().toList(), kind);
        }
    }

    @Test
    void words_may_stand_where_the_inventory_says_and_numbers_nowhere() {
        // Given
        var scanner = new Scanner(List.of(NAME, NUMBER));
        var allowed = List.of(Place.column("register", "person", "name"), Place.column("register", "person", "words"),
                Place.column("other", "step", "comment"), Place.open("answer", "GET /persons"));
        var forbidden = List.of(Place.column("register", "person", "number"), Place.column("other", "person", "name"),
                Place.column("register", "place", "name"), Place.closed("log", "register.log"));
        // When
        Stream.of(allowed, forbidden).flatMap(List::stream)
                .forEach(place -> scanner.look(place, NAME.text() + NUMBER.text()));
        // Then
        var leaks = scanner.leaks(DECLARED);
        assertEquals(forbidden, leaks.stream().filter(hit -> hit.canary() == NAME).map(Scanner.Hit::place).toList());
        assertEquals(8, leaks.stream().filter(hit -> hit.canary() == NUMBER).count());
    }

    @Test
    void what_lies_across_two_buffers_is_found() throws IOException {
        // Given
        var text = NAME.text().getBytes(StandardCharsets.UTF_8);
        int found = 0;
        for (int before = (1 << 20) - text.length; before <= 1 << 20; before++) {
            var scanner = new Scanner(List.of(NAME));
            var bytes = ByteBuffer.allocate(before + text.length + 10).position(before).put(text).array();
            // When
            scanner.look(Place.closed("file", "large"), new ByteArrayInputStream(bytes));
            // Then
            found += scanner.leaks(DECLARED).size();
        }
        assertEquals(text.length + 1, found);
    }

    @Test
    void what_is_alike_is_no_hit_and_what_was_looked_at_is_counted() {
        // Given
        var scanner = new Scanner(List.of(NAME, NUMBER));
        // When
        scanner.look(Place.closed("log", "a.log"), "金丝雀甲 黄羽 99999919 0001 999***********0015");
        scanner.look(Place.closed("log", "a.log"), "more");
        scanner.look(Place.closed("log", "b.log"), "");
        // Then
        assertEquals(List.of(), scanner.leaks(DECLARED));
        assertEquals(2, scanner.places("log"));
        assertTrue(scanner.summary().get(0).contains("2 places"), scanner.summary().toString());
    }

    private static byte[] amid(byte[] text) {
        return ByteBuffer.allocate(text.length + 6).put(ascii("===")).put(text).put(ascii("===")).array();
    }

    private static String json(String text) {
        try {
            return JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build().writeValueAsString(text);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String base64(String before, String text) {
        return Base64.getEncoder().encodeToString((before + text + "zz").getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Arguments encoding(String name, Function<String, byte[]> encoded) {
        return Arguments.of(name, encoded);
    }
}
