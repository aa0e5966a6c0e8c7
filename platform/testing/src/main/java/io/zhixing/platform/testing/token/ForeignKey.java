package io.zhixing.platform.testing.token;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.DSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Map;

import javax.crypto.interfaces.DHPublicKey;

import io.smallrye.jwt.build.Jwt;

/**
 * A key of nobody: tokens signed with it must be refused, whatever they claim. Its primes are those that the JDK brings for
 * DSA and Diffie-Hellman and that everybody knows: to find two of one's own takes seconds.
 */
public final class ForeignKey {

    private static final KeyPair KEY = ofKnownPrimes();

    private ForeignKey() {}

    public static KeyPair pair() {
        return KEY;
    }

    static String sign(String issuer, Map<String, Object> claims) {
        return Jwt.claims(claims).issuer(issuer).jws().keyId("nobody").sign(KEY.getPrivate());
    }

    private static KeyPair ofKnownPrimes() {
        try {
            return of(((DSAPublicKey) keys("DSA", 1024).getPublic()).getParams().getP(),
                    ((DHPublicKey) keys("DiffieHellman", 1536).getPublic()).getParams().getP());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static KeyPair keys(String algorithm, int bits) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static KeyPair of(BigInteger p, BigInteger q) throws GeneralSecurityException {
        var before = p.subtract(BigInteger.ONE);
        var beforeOther = q.subtract(BigInteger.ONE);
        var n = p.multiply(q);
        var e = RSAKeyGenParameterSpec.F4;
        var d = e.modInverse(before.multiply(beforeOther));
        var rsa = KeyFactory.getInstance("RSA");
        return new KeyPair(rsa.generatePublic(new RSAPublicKeySpec(n, e)), rsa.generatePrivate(
                new RSAPrivateCrtKeySpec(n, e, d, p, q, d.mod(before), d.mod(beforeOther), q.modInverse(p))));
    }
}
