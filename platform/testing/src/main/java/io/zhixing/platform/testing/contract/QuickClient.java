package io.zhixing.platform.testing.contract;

import io.restassured.RestAssured;
import org.apache.http.client.HttpClient;
import org.apache.http.conn.scheme.PlainSocketFactory;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.BasicClientConnectionManager;
import org.apache.http.params.BasicHttpParams;
import org.apache.http.params.HttpParams;

/**
 * The HTTP clients of REST-assured, which makes one for each call. Each would look up the version of its library in a jar
 * and set up TLS, which no test speaks; here they share what the first one found, and speak plain HTTP alone.
 */
@SuppressWarnings("deprecation")   // of the kind that REST-assured sets up further
final class QuickClient {

    private static final HttpParams SETTINGS = settings();

    private QuickClient() {}

    static void install() {
        var config = RestAssured.config();
        RestAssured.config = config.httpClient(config.getHttpClientConfig().httpClientFactory(QuickClient::make));
    }

    private static HttpClient make() {
        var plain = new SchemeRegistry();
        plain.register(new Scheme("http", 80, PlainSocketFactory.getSocketFactory()));
        return new DefaultHttpClient(new BasicClientConnectionManager(plain), SETTINGS.copy());
    }

    private static HttpParams settings() {
        var settings = new BasicHttpParams();
        DefaultHttpClient.setDefaultHttpParams(settings);
        return settings;
    }
}
