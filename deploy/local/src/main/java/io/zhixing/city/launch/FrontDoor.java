package io.zhixing.city.launch;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import io.zhixing.city.CityFailure;

/**
 * The one port of the city: it forwards the public paths of the four services without rewriting, as an ingress does,
 * and answers {@code /} with the entry page. Health, metrics and all other paths of the services stay behind it.
 */
public final class FrontDoor implements AutoCloseable {

    /** {@code /{service}/v1…}, {@code /{service}/q/openapi…}, {@code /{service}/q/swagger-ui…} and nothing beside. */
    private static final Pattern PUBLIC_PATH = Pattern.compile("/([a-z-]+)/(v1|q/openapi|q/swagger-ui)(/.*)?");
    /** What a service might read as another path than this front door did. */
    private static final Pattern AMBIGUOUS = Pattern.compile("//|\\\\|(?i)%2e|%2f|%5c|/\\.\\.?(/|$)");
    private static final int CONNECTIONS_PER_SERVICE = 64;
    static final int CLOSE_SECONDS = 1;
    private static final String PROBLEM_TYPE = "application/problem+json";

    private final Vertx vertx;

    private FrontDoor(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Opens the port on loopback; {@code page} is the entry page's HTML. */
    public static FrontDoor open(int port, Map<String, Integer> portsByPrefix, String page) {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
        var client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(CONNECTIONS_PER_SERVICE).setKeepAliveTimeout(30));
        var proxies = new TreeMap<String, HttpProxy>();
        portsByPrefix.forEach((prefix, to) -> proxies.put(prefix,
                HttpProxy.reverseProxy(client).origin(to, "127.0.0.1").addInterceptor(new AwayAnswer())));
        var server = vertx
                .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port).setMaxHeaderSize(32_768))
                .requestHandler(request -> route(request, proxies, page));
        try {
            server.listen().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception failure) {
            vertx.close();
            throw new CityFailure("无法打开入口端口 " + port, "The front port " + port + " cannot be opened");
        }
        return new FrontDoor(vertx);
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception slow) {
            // the process ends in a moment, and its sockets with it
            return;
        }
    }

    private static void route(HttpServerRequest request, Map<String, HttpProxy> proxies, String page) {
        if (request.path().equals("/")) {
            answer(request.response(), 200, "text/html;charset=utf-8", page);
            return;
        }
        prefix(request.path()).map(proxies::get).ifPresentOrElse(proxy -> proxy.handle(request),
                () -> answer(request.response(), 404, PROBLEM_TYPE, notFound()));
    }

    /** The service that a public path belongs to. */
    static Optional<String> prefix(String path) {
        var matcher = PUBLIC_PATH.matcher(path);
        return matcher.matches() && !AMBIGUOUS.matcher(path).find()
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }

    private static void answer(HttpServerResponse response, int status, String type, String body) {
        response.setStatusCode(status).putHeader("Content-Type", type).putHeader("X-Content-Type-Options", "nosniff")
                .end(body);
    }

    private static String notFound() {
        return problem(404, "NOT_FOUND", "not-found", "没有这个地址 / No such address");
    }

    private static String problem(int status, String code, String type, String title) {
        return """
                {"type":"urn:zhixing:problem:%s","title":"%s","status":%d,"code":"%s"}""".formatted(type, title, status,
                code);
    }

    /** A service that is away is answered for in the form of the services' own problems, so that a caller tries again. */
    private static final class AwayAnswer implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            return context.sendRequest().recover(away -> Future.succeededFuture(answer(context)));
        }

        private static ProxyResponse answer(ProxyContext context) {
            var body = problem(503, "TEMPORARILY_UNAVAILABLE", "temporarily-unavailable",
                    "服务暂时不可用 / The service is away for the moment");
            return context.request().response().setStatusCode(503).putHeader("Content-Type", PROBLEM_TYPE)
                    .putHeader("Retry-After", "1")
                    .setBody(Body.body(Buffer.buffer(body.getBytes(StandardCharsets.UTF_8))));
        }
    }
}
