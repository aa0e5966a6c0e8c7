package io.zhixing.platform.testing.contract;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

/** The routes that JAX-RS annotations open, as {@code GET /sample/v1/things/{id}}. */
final class Routes {

    private Routes() {}

    static List<String> difference(Contract contract, String root, List<Class<?>> resources) {
        var documented = contract.operations().stream().map(Operation::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        var coded = resources.stream().flatMap(type -> of(root, type).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(
                coded.stream().filter(route -> !documented.contains(route))
                        .map(route -> route + " is not in the contract"),
                documented.stream().filter(route -> !coded.contains(route))
                        .map(route -> route + " is served by no resource"))
                .toList();
    }

    static Set<String> of(String root, Class<?> resource) {
        var base = root + "/" + resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getMethods()).flatMap(method -> verbs(method)
                .map(verb -> verb + " " + normal(base + "/" + ownPath(method))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations()).map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value());
    }

    private static String ownPath(Method method) {
        return method.isAnnotationPresent(Path.class) ? method.getAnnotation(Path.class).value() : "";
    }

    /** One slash between segments, none at the end, no pattern inside a variable: {@code {id: .+}} is {@code {id}}. */
    private static String normal(String path) {
        return path.replaceAll("\\{\\s*(\\w+)\\s*:[^/]*}", "{$1}").replaceAll("/+", "/").replaceAll("(.)/$", "$1");
    }
}
