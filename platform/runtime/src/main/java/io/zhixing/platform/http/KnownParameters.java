package io.zhixing.platform.http;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;

import io.zhixing.platform.json.Text;
import io.zhixing.platform.problem.Echo;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Phrase;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Refuses query parameters that an operation does not have: a misspelt filter that is ignored answers a question
 * nobody asked. Also refuses a repeated one where only one is taken, one without a value, and a text that no record can
 * hold; in a path such a text names nothing.
 */
@Provider
public class KnownParameters implements ContainerRequestFilter {

    private static final Map<Method, Map<String, Boolean>> KNOWN = new ConcurrentHashMap<>();
    private static final char UNDECODABLE = '\uFFFD';

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceMethod() == null) {
            return;
        }
        if (!request.getUriInfo().getPathParameters().values().stream().flatMap(List::stream).allMatch(Text::isPlain)) {
            throw PlatformProblems.NOT_FOUND.about();
        }
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        var known = KNOWN.computeIfAbsent(resource.getResourceMethod(), KnownParameters::parameters);
        var faults = new Faults();
        given.forEach((name, values) -> {
            if (!known.containsKey(name)) {
                faults.add(PlatformProblems.PARAMETER_UNKNOWN.at(Place.parameter(Echo.of(name)), name));
            } else if (values.size() > 1 && !known.get(name)) {
                faults.add(PlatformProblems.PARAMETER_REPEATED.at(Place.parameter(name), name));
            } else if (values.stream().anyMatch(String::isEmpty)) {
                faults.add(PlatformProblems.PARAMETER_INVALID.at(Place.parameter(name), name, Phrase.SOME_VALUE));
            } else if (!values.stream().allMatch(Text::isPlain) || isBroken(values, request.getUriInfo())) {
                faults.add(PlatformProblems.PARAMETER_INVALID.at(Place.parameter(name), name, Phrase.PLAIN_TEXT));
            }
        });
        faults.refuse();
    }

    /** Bytes that are no text stand here as U+FFFD, and would find what somebody has written with that character. */
    private static boolean isBroken(List<String> values, UriInfo uri) {
        return values.stream().anyMatch(value -> value.indexOf(UNDECODABLE) >= 0)
                && !isText(uri.getRequestUri().getRawQuery());
    }

    private static boolean isText(String encoded) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer
                    .wrap(URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1)
                            .getBytes(StandardCharsets.ISO_8859_1)));
            return true;
        } catch (CharacterCodingException | IllegalArgumentException broken) {
            return false;
        }
    }

    /** Name to "may be repeated". */
    private static Map<String, Boolean> parameters(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields())
                                .flatMap(field -> named(field, field.getName(), field.getType()))
                        : named(parameter, parameter.getName(), parameter.getType()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<Map.Entry<String, Boolean>> named(AnnotatedElement element, String name, Class<?> type) {
        boolean repeatable = Collection.class.isAssignableFrom(type);
        if (element.isAnnotationPresent(RestQuery.class)) {
            var given = element.getAnnotation(RestQuery.class).value();
            return Stream.of(Map.entry(given.isEmpty() ? name : given, repeatable));
        }
        if (element.isAnnotationPresent(QueryParam.class)) {
            return Stream.of(Map.entry(element.getAnnotation(QueryParam.class).value(), repeatable));
        }
        return Stream.empty();
    }
}
