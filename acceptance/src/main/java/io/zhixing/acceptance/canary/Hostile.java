package io.zhixing.acceptance.canary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.zhixing.city.launch.Service;

/** The same persons' names and numbers where none belongs: addresses, parameters, headers, fields, broken bodies. */
final class Hostile {

    private static final List<String> COLLECTIONS = List.of("/organization/v1/members", "/session/v1/study-sessions",
            "/evaluation/v1/appraisal-rounds", "/poverty-project/v1/projects");

    private final Calls calls;
    private final Canaries canaries;

    private final boolean thorough;

    /** @param thorough every word at every collection; else all words at one collection, and a number at the others */
    Hostile(Calls calls, Canaries canaries, boolean thorough) {
        this.calls = calls;
        this.canaries = canaries;
        this.thorough = thorough;
    }

    void happen() {
        for (var collection : COLLECTIONS) {
            var all = List.of(canaries.idNumber(20), canaries.name(0), Canaries.PHONE);
            for (var words : thorough || collection.equals(COLLECTIONS.get(0)) ? all : all.subList(0, 1)) {
                addresses(collection, url(words));
                headers(collection, words);
                bodies(collection, words);
            }
        }
        for (var service : Service.values()) {
            raw(service, canaries.idNumber(21));
        }
    }

    private void addresses(String collection, String words) {
        for (var path : List.of("/" + words, "?" + words + "=1", "?organization=" + words, "?limit=" + words,
                "?cursor=" + words, "?sort=" + words, "?count=" + words, "/" + words + "/history", "?zz=" + words)) {
            calls.get("reader", collection + path);
            calls.get("reader", collection + path, "Accept", "text/csv");
        }
        var root = collection.substring(0, collection.indexOf("/v1") + 3);
        calls.get("reader", root + "/" + words);
        calls.get("reader", root + "/" + words + "/" + words + "?" + words + "=" + words);
        calls.get("loader", root + "/imports/templates/" + words);
        calls.get("reader", root + "/figures?organization=" + words + "&from=" + words + "&to=" + words);
        calls.get("audit-administrator", root + "/audit-entries?actor=" + words + "&object=" + words);
        calls.get("audit-administrator", root + "/audit-entries?actor=" + words);
        calls.get("reader", root + "/audit-entries?actor=" + words);
        calls.get(null, collection + "?memberNumber=" + words);
        calls.send("reader", "DELETE", collection + "?" + words, null, new byte[0]);
        calls.send("reader", "PUT", collection + "/" + words, "application/json", bytes("{}"));
        calls.get("reader", "/" + words);
    }

    private void headers(String collection, String words) {
        var ascii = url(words);
        for (var name : List.of("User-Agent", "X-Request-Id", "Accept-Language", "traceparent", "tracestate",
                "baggage", "If-None-Match", "Referer", "X-Forwarded-For", "Forwarded", "Cookie", "Accept", "Origin")) {
            calls.get("reader", collection, name, name.equals("baggage") ? "member=" + ascii : ascii);
        }
        calls.get(null, collection, "Authorization", "Bearer " + ascii);
        calls.get(null, collection, "Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes(words)));
        calls.send("loader", "POST", collection, ascii, bytes("{}"));
        calls.send("loader", "POST", collection, "application/json", bytes("{}"), "Idempotency-Key", ascii);
        calls.send("loader", "POST", collection + "/" + Calls.key() + "/transitions", "application/json",
                bytes("{\"transition\":\"" + words + "\",\"on\":\"2016-01-01\"}"), "If-Match", ascii,
                "Idempotency-Key", ascii);
    }

    private void bodies(String collection, String words) {
        for (var body : List.of("{\"" + words + "\":1}", "{\"name\":\"" + words, "{\"name\":{\"" + words + "\":[]}}",
                "[\"" + words + "\"]", "\"" + words + "\"", "{\"organizationId\":\"" + words + "\"}",
                "{\"on\":\"" + words + "\",\"year\":\"" + words + "\",\"memberType\":\"" + words + "\"}",
                "{\"name\":\"" + words + "\",\"name\":\"" + words + "\"}", "{\"name\":\"\\u0000" + words + "\"}",
                words, "{} " + words, "{\"organization\":\"" + words + "\",\"year\":2016,\"on\":\"2017-01-04\"}")) {
            calls.send("loader", "POST", collection, "application/json", bytes(body));
            calls.send(null, "POST", collection, "application/json", bytes(body));
        }
        calls.send("reader", "POST", collection, "application/json", bytes("{\"name\":\"" + words + "\"}"));
        calls.send("loader", "POST", collection, "application/json", bytes("{\"x\":\"" + words.repeat(60_000) + "\"}"));
        calls.send("loader", "POST", collection, "application/json",
                bytes("[".repeat(1_000) + "\"" + words + "\"" + "]".repeat(1_000)));
        calls.send("identity-clerk", "POST", "/organization/v1/members/id-numbers/lookup", "application/json",
                bytes("{\"idNumber\":\"" + words + "\"}"));
        calls.post("loader", "/organization/v1/members/lookup",
                Map.of("memberNumbers", List.of(words), "ids", List.of()));
    }

    /** What a client library refuses to send: broken escapes, line breaks, and no HTTP at all. */
    private void raw(Service service, String number) {
        var end = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + calls.token("reader")
                + "\r\n\r\n";
        var collection = COLLECTIONS.get(service.ordinal());
        for (var target : List.of(collection + "?memberNumber=%zz" + number, collection + "/%" + number,
                collection + "/%0d%0aINFO%20" + number,
                collection + "?organization=%0d%0a2026-11-24%20INFO%20" + number,
                "/" + service.prefix() + "/q/" + number, "//" + number, "*" + number)) {
            calls.raw(service, "GET " + target + end);
        }
        calls.raw(service, number + " " + collection + end);
        calls.raw(service, number + "\r\n\r\n");
        calls.raw(service, "GET " + collection + " HTTP/9.9\r\nX-Member: " + number + "\r\n\r\n");
        calls.raw(service, "POST /" + service.prefix() + "/v1/" + number
                + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2000000\r\n\r\n");
        calls.raw(service, "GET " + collection + " HTTP/1.1\r\nHost: x\r\n" + number + ": " + number + "\r\n"
                + "X-Long: " + number.repeat(1_000) + "\r\n\r\n");
    }

    static String url(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
