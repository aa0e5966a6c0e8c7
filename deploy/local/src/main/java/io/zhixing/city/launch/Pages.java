package io.zhixing.city.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The entry page of the city and the page on which one chooses who to be; both stand alone, without scripts. */
final class Pages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Pages() {}

    static String entry(List<Persona> personas, Addresses addresses) {
        var services = List.of(Service.values()).stream()
                .map(service -> "<tr><td>%s <code>%s</code></td><td><a href=\"/%s/q/openapi\">/%s/q/openapi</a></td></tr>"
                        .formatted(service.zh(), service.module(), service.prefix(), service.prefix()))
                .collect(Collectors.joining("\n"));
        var people = personas.stream()
                .map(one -> "<tr><td><code>%s</code></td><td>%s<br><small>%s</small></td><td>%s</td><td><code>%s</code></td></tr>"
                        .formatted(one.client(), escaped(one.zh()), escaped(one.en()), escaped(one.rights()),
                                escaped(one.firstCall().path())))
                .collect(Collectors.joining("\n"));
        return resource("/entry.html").replace("{{services}}", services).replace("{{personas}}", people)
                .replace("{{curl}}", escaped(personas.stream().filter(one -> one.client().equals(Addresses.FIRST))
                        .flatMap(one -> addresses.curl(one).stream()).collect(Collectors.joining("\n"))));
    }

    /** One button a persona: it sends name and claims as the identity provider's own sign-in form does. */
    static String signIn(List<Persona> personas, Map<String, String> members) {
        var forms = personas.stream().map(one -> """
                <form method="post">
                <input type="hidden" name="username" value="%s">
                <input type="hidden" name="claims" value="%s">
                <button>%s <small>%s · %s</small></button>
                </form>""".formatted(one.client(), escaped(json(claims(one, members))), escaped(one.zh()),
                escaped(one.en()), escaped(one.rights()))).collect(Collectors.joining("\n"));
        return resource("/sign-in.html").replace("{{personas}}", forms);
    }

    /** The client of the flow is Swagger UI, whoever signs in. */
    private static Map<String, Object> claims(Persona persona, Map<String, String> members) {
        var claims = persona.claims(members);
        claims.put("client_id", "zhixing-swagger-ui");
        claims.put("azp", "zhixing-swagger-ui");
        return claims;
    }

    private static String resource(String name) {
        try (var stream = Pages.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
