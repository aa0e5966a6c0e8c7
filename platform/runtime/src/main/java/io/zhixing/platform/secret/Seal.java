package io.zhixing.platform.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts for storage. The envelope is {@code version(1) | length of key id(1) | key id | iv(12) | AES-256-GCM
 * ciphertext}; the version names the algorithm, so that another one can stand beside it later. What is sealed for one
 * place (table, column and row) does not open at another.
 */
public final class Seal {

    private static final byte AES_256_GCM = 1;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final byte[] keyId;
    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Seal(String keyId, byte[] key) {
        this.keyId = keyId.getBytes(StandardCharsets.UTF_8);
        this.key = new SecretKeySpec(key, "AES");
    }

    /** @param place where the envelope will be stored, such as {@code party_member|id_number|<row id>} */
    public byte[] close(byte[] plain, String place) {
        var iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        var sealed = run(Cipher.ENCRYPT_MODE, iv, place, plain);
        return ByteBuffer.allocate(2 + keyId.length + IV_BYTES + sealed.length)
                .put(AES_256_GCM).put((byte) keyId.length).put(keyId).put(iv).put(sealed).array();
    }

    /** Fails with {@code IllegalStateException} when the envelope was altered or belongs to another place or key. */
    public byte[] open(byte[] envelope, String place) {
        int iv = 2 + envelope[1];
        if (envelope[0] != AES_256_GCM || !Arrays.equals(Arrays.copyOfRange(envelope, 2, iv), keyId)) {
            throw new IllegalStateException("Sealed with another algorithm or key");
        }
        return run(Cipher.DECRYPT_MODE, Arrays.copyOfRange(envelope, iv, iv + IV_BYTES), place,
                Arrays.copyOfRange(envelope, iv + IV_BYTES, envelope.length));
    }

    private byte[] run(int mode, byte[] iv, String place, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("The envelope does not open here", refused);
        }
    }
}
