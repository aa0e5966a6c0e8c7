package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on which officials work: where it answers, what it loads, how somebody signs in on it. */
@QuarkusTest
class SwaggerUiTest {

    private static final String PAGE = "/sample/q/swagger-ui/";
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-for-pkce";

    @Inject
    Folders folders;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @TestHTTPResource(PAGE)
    URI page;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    @Test
    void page_and_contract_answer_on_the_port_of_the_interface() {
        given().get(PAGE).then().statusCode(200).contentType("text/html");
        given().accept("application/json").get("/sample/q/openapi").then().statusCode(200)
                .body("paths.keySet()", hasItem("/sample/v1/notes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/metrics"})
    void health_and_metrics_answer_on_the_management_port_alone(String path) {
        given().get(management.resolve("/q" + path)).then().statusCode(200);
        given().get("/sample/q" + path).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/swagger-ui/", "/swagger-ui"})
    void neither_page_nor_contract_answers_on_the_management_port(String path) {
        given().get(management.resolve("/q" + path)).then().statusCode(404);
    }

    @Test
    void the_page_loads_nothing_from_another_host() {
        // Given
        var html = given().get(PAGE).asString();
        var loaded = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(html).results().map(found -> found.group(1))
                .toList();
        // When
        var foreign = loaded.stream().filter(address -> address.matches("(?i)(https?:)?//.*")).toList();
        // Then
        assertTrue(loaded.size() > 2, html);
        assertEquals(List.of(), foreign);
        assertTrue(html.contains("validatorUrl: \"none\"") || html.contains("validatorUrl: null")
                || html.contains("validatorUrl: 'none'"), html);
    }

    @Test
    void the_page_lists_the_four_contracts_by_addresses_relative_to_itself() {
        // When
        var html = given().get(PAGE).asString();
        // Then
        for (var service : List.of("organization", "session", "evaluation", "poverty-project")) {
            assertTrue(html.contains("../../../" + service + "/q/openapi"), html);
        }
    }

    @Test
    void the_page_says_who_may_call_and_writes_diagrams_to_be_read() {
        given().get(PAGE).then().body(containsString("showExtensions: true")).body(containsString("知行接口文档"));
        given().get(PAGE + "style.css").then().statusCode(200).body(containsString(".renderedMarkdown pre"));
    }

    @Test
    void what_a_change_cannot_do_without_is_asked_for_by_the_form_and_its_refusals_are_shown_by_its_own_problems() {
        given().accept("application/json").get("/sample/q/openapi").then()
                .body("paths.'/sample/v1/notes/{id}'.put.parameters.find { it.name == 'If-Match' }.required", is(true))
                .body("components.schemas.Problem.examples[0].code", is("REFERENCE_UNKNOWN"))
                .body("paths.'/sample/v1/notes'.post.responses.'409'.content.'application/problem+json'.examples.en.$ref",
                        is("#/components/examples/NOTE_TITLE_TAKEN.en"))
                .body("components.examples.'NOTE_TITLE_TAKEN.en'.value.detail", is("There is a note of this title."));
    }

    @Test
    void the_page_asks_the_provider_for_all_that_a_sign_in_needs() {
        given().get(PAGE).then().body(containsString("openid organization:read"));
    }

    @Test
    void the_served_contract_names_the_provider_at_which_to_sign_in() {
        given().accept("application/json").get("/sample/q/openapi").then()
                .body("components.securitySchemes.zhixing.flows.authorizationCode.authorizationUrl",
                        is(issuer + "/authorize"))
                .body("components.securitySchemes.zhixing.flows.authorizationCode.tokenUrl", is(issuer + "/token"))
                .body("components.securitySchemes.zhixing.flows.authorizationCode.scopes.keySet()", hasItem("openid"));
    }

    @Test
    void somebody_signs_in_on_the_page_by_code_and_pkce_and_calls_with_the_token() throws Exception {
        // Given
        var folder = folders.top();
        var redirect = page.resolve("oauth2-redirect.html").toString();
        given().get(PAGE + "oauth2-redirect.html").then().statusCode(200);
        var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(
                MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        var claims = """
                {"aud":["zhixing"],"scope":"sample:read sample:write","zhixing_grants":[{"role":"READER","organization":"%s"}]}"""
                .formatted(folder.code());
        // When
        var signedIn = given().redirects().follow(false).queryParam("client_id", "zhixing-swagger-ui")
                .queryParam("response_type", "code").queryParam("redirect_uri", redirect).queryParam("state", "s")
                .queryParam("scope", "openid sample:read").queryParam("code_challenge", challenge)
                .queryParam("code_challenge_method", "S256").contentType("application/x-www-form-urlencoded")
                .formParam("username", "reader").formParam("claims", claims).post(issuer + "/authorize");
        signedIn.then().statusCode(302).header("Location", containsString(redirect));
        var code = signedIn.header("Location").replaceAll(".*[?&]code=([^&]+).*", "$1");
        var answer = given().header("Origin", page.resolve("/").toString().replaceAll("/$", ""))
                .contentType("application/x-www-form-urlencoded").formParam("grant_type", "authorization_code")
                .formParam("code", code).formParam("redirect_uri", redirect)
                .formParam("client_id", "zhixing-swagger-ui").formParam("code_verifier", VERIFIER)
                .post(issuer + "/token");
        // Then
        answer.then().statusCode(200).header("Access-Control-Allow-Origin",
                is(page.resolve("/").toString().replaceAll("/$", "")));
        given().auth().oauth2(JsonPath.from(answer.asString()).getString("access_token")).get("/sample/v1/notes")
                .then().statusCode(200);
    }
}
