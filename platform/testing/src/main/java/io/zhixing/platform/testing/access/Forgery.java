package io.zhixing.platform.testing.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixing.platform.testing.token.ForeignKey;

/** Makes tokens out of a good one, as an attacker does who has read one: RFC 7515 in its compact form, by hand. */
final class Forgery {

    private static final JsonMapper JSON = new JsonMapper();
    private static final KeyPair OWN_KEY = ForeignKey.pair();

    private final String[] parts;

    Forgery(String good) {
        parts = good.split("\\.");
    }

    ObjectNode header() {
        return decoded(parts[0]);
    }

    /** The header in its place, and no signature or the genuine one. */
    String unsigned(Map<String, String> header) {
        return encoded(header(header)) + "." + parts[1] + ".";
    }

    String withGenuineSignature(Map<String, String> claims) {
        var payload = decoded(parts[1]);
        claims.forEach(payload::put);
        return parts[0] + "." + encoded(payload) + "." + parts[2];
    }

    /** HS256 with a secret that everybody can read. */
    String hashedWith(byte[] secret) throws GeneralSecurityException {
        var signed = encoded(header(Map.of("alg", "HS256"))) + "." + parts[1];
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    /** RS256 with the attacker's own key under this header. */
    String signedWithOwnKey(JsonNode header) throws GeneralSecurityException {
        var signed = encoded(header) + "." + parts[1];
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(OWN_KEY.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.UTF_8));
        return signed + "." + base64(signature.sign());
    }

    /** The attacker's public key as a header carries it. */
    static ObjectNode ownKey(String id) {
        var key = (RSAPublicKey) OWN_KEY.getPublic();
        return JSON.createObjectNode().put("kty", "RSA").put("use", "sig").put("alg", "RS256").put("kid", id)
                .put("n", base64(key.getModulus().toByteArray()))
                .put("e", base64(key.getPublicExponent().toByteArray()));
    }

    private ObjectNode header(Map<String, String> changed) {
        var header = header();
        changed.forEach(header::put);
        return header;
    }

    private static ObjectNode decoded(String part) {
        try {
            return (ObjectNode) JSON.readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (JsonProcessingException noToken) {
            throw new AssertionError(noToken);
        }
    }

    private static String encoded(JsonNode part) {
        return base64(part.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
