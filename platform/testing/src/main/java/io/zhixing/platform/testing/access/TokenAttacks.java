package io.zhixing.platform.testing.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixing.platform.testing.Settings;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.DynamicTest;

/** Tokens that an attacker makes, tried on one operation of a service: each is answered 401 and nothing else (S-1). */
public final class TokenAttacks {

    /** Makes one forged token. */
    @FunctionalInterface
    private interface Attack {

        String token() throws GeneralSecurityException;
    }

    private final String address;
    private final Supplier<Tokens> rightful;
    private final String issuer = Settings.required("quarkus.oidc.auth-server-url");

    private TokenAttacks(String address, Supplier<Tokens> rightful) {
        this.address = address;
        this.rightful = rightful;
    }

    /** @param address answers 200 to the rightful caller */
    public static Stream<DynamicTest> checks(String address, Supplier<Tokens> rightful) {
        return new TokenAttacks(address, rightful).all();
    }

    private Stream<DynamicTest> all() {
        return Stream.of(
                DynamicTest.dynamicTest("S-1 the token that attackers start from is good",
                        () -> given().auth().oauth2(good()).get(address).then().statusCode(200)),
                refused("algorithm none", () -> forgery().unsigned(Map.of("alg", "none"))),
                refused("algorithm none in mixed case", () -> forgery().unsigned(Map.of("alg", "nOnE"))),
                refused("the genuine header without a signature", () -> forgery().unsigned(Map.of())),
                refused("more claims under the genuine signature",
                        () -> forgery().withGenuineSignature(Map.of("sub", "root"))),
                refused("HS256 with the public key as it is encoded",
                        () -> forgery().hashedWith(publicKey().getEncoded())),
                refused("HS256 with the public key as PEM text",
                        () -> forgery().hashedWith(pem().getBytes(StandardCharsets.UTF_8))),
                refused("an unknown key id", () -> ownKeyUnder(forgery().header().put("kid", "nobody"))),
                refused("no key id", () -> ownKeyUnder(forgery().header().without("kid"))),
                refused("the known key id over another key", () -> ownKeyUnder(forgery().header())),
                refused("a key brought along in the header", () -> ownKeyUnder(
                        forgery().header().put("kid", "mine").set("jwk", Forgery.ownKey("mine")))),
                refused("the known key id with a key brought along", () -> ownKeyUnder(
                        forgery().header().set("jwk", Forgery.ownKey(forgery().header().path("kid").asText())))),
                refused("a key's address brought along", () -> ownKeyUnder(
                        forgery().header().put("kid", "mine").put("jku", "http://127.0.0.1:9/keys"))),
                refused("a key id that is a path",
                        () -> ownKeyUnder(forgery().header().put("kid", "../../../../dev/null"))),
                refused("an ended term", () -> rightful.get().expired().token()),
                refused("a term that has not begun", () -> rightful.get().notYetValid().token()),
                refused("another issuer", () -> rightful.get().from("http://127.0.0.1/somebody-else").token()),
                refused("another audience", () -> rightful.get().forAudience("somebody-else").token()));
    }

    private DynamicTest refused(String name, Attack attack) {
        return DynamicTest.dynamicTest("S-1 refused: " + name,
                () -> given().auth().oauth2(attack.token()).get(address).then().statusCode(401)
                        .contentType("application/problem+json").body("code", is("UNAUTHENTICATED")));
    }

    private String good() {
        return rightful.get().token();
    }

    private Forgery forgery() {
        return new Forgery(good());
    }

    private String ownKeyUnder(JsonNode header) throws GeneralSecurityException {
        return forgery().signedWithOwnKey(header);
    }

    /** The key that the identity server publishes for the good token. */
    private PublicKey publicKey() throws GeneralSecurityException {
        var id = forgery().header().path("kid").asText();
        Map<String, String> key = given().get(issuer + "/jwks").then().statusCode(200).extract()
                .path("keys.find { it.kid == '" + id + "' }");
        return KeyFactory.getInstance("RSA").generatePublic(
                new RSAPublicKeySpec(number(key.get("n")), number(key.get("e"))));
    }

    private String pem() throws GeneralSecurityException {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.UTF_8))
                        .encodeToString(publicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static BigInteger number(String base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
    }
}
