package io.zhixing.platform.testing.token;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

import io.smallrye.jwt.build.Jwt;

/** A key of nobody: tokens signed with it must be refused, whatever they claim. One a run, since it takes seconds to find. */
public final class ForeignKey {

    private static final KeyPair KEY = generate();

    private ForeignKey() {}

    public static KeyPair pair() {
        return KEY;
    }

    static String sign(String issuer, Map<String, Object> claims) {
        return Jwt.claims(claims).issuer(issuer).jws().keyId("nobody").sign(KEY.getPrivate());
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
