package io.zhixing.platform.http;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which methods an address has: the framework refuses a wrong one without saying so, and RFC 9110 wants {@code Allow}. */
@Singleton
public class AllowedMethods {

    private record Route(Pattern path, String method) {}

    private final List<Route> routes = new ArrayList<>();

    AllowedMethods(BeanManager beans, @ConfigProperty(name = "quarkus.rest.path") String prefix) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream().map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class)).distinct()
                .forEach(type -> Arrays.stream(type.getMethods()).forEach(method -> add(prefix, type, method)));
    }

    /** Comma-separated, in alphabetical order. */
    public String at(String path) {
        return routes.stream().filter(route -> route.path().matcher(path).matches()).map(Route::method)
                .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new),
                        methods -> String.join(", ", methods)));
    }

    private void add(String prefix, Class<?> type, Method method) {
        Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null).forEach(verb -> {
                    var own = method.isAnnotationPresent(Path.class) ? method.getAnnotation(Path.class).value() : "";
                    routes.add(new Route(pattern(prefix + "/" + type.getAnnotation(Path.class).value() + "/" + own),
                            verb.value()));
                });
    }

    private static Pattern pattern(String template) {
        return Pattern
                .compile(template.replaceAll("/+", "/").replaceAll("/$", "").replaceAll("\\{[^}]+}", "[^/]+") + "/?");
    }
}
