package io.zhixing.platform.testing.contract;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Path;

import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.zhixing.platform.testing.Settings;
import org.junit.jupiter.api.DynamicTest;

/** M6: no route that the contract does not name, and nothing answers outside the service's two prefixes. */
final class RouteWalk {

    private RouteWalk() {}

    static Stream<DynamicTest> checks() {
        return Stream.of(
                ContractRules.check("M6 every route of the code is in the contract, and the other way round",
                        () -> Routes.difference(Contract.committed(), Settings.get("quarkus.rest.path", "/"),
                                resources()),
                        "document the operation, or remove it. " + GeneratedContract.REMEDY),
                ContractRules.check("M6 nothing answers outside the prefixes of the service", RouteWalk::answersOutside,
                        "serve it under the service's prefix, or not at all"));
    }

    private static List<Class<?>> resources() {
        return CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class)).distinct().toList();
    }

    private static List<String> answersOutside() {
        return outside().stream().map(path -> {
            var answer = given().redirects().follow(false).get(path);
            boolean unknown = answer.statusCode() == 404 && answer.contentType().startsWith(AnswerCheck.PROBLEM);
            return unknown ? "" : "GET " + path + " answers " + answer.statusCode() + " " + answer.contentType();
        }).filter(fault -> !fault.isEmpty()).toList();
    }

    /** Literal paths of the router outside the prefixes, and those that frameworks like to open. */
    private static TreeSet<String> outside() {
        var service = "/" + Settings.service();
        var paths = new TreeSet<>(List.of("/", "/index.html", "/q", "/q/health", "/q/openapi", "/q/metrics", "/openapi",
                "/q/swagger-ui", "/v1", "/nothing", service, service + "/", service + "/v2", service + "/nothing",
                service + "/v1x", service + "/openapi"));
        CDI.current().select(Router.class, Any.Literal.INSTANCE).stream().flatMap(router -> router.getRoutes().stream())
                .map(Route::getPath).filter(path -> path != null && !path.contains(":") && !path.contains("*"))
                .filter(path -> !path.startsWith(service + "/v1") && !path.startsWith(service + "/q"))
                .forEach(paths::add);
        return paths;
    }
}
