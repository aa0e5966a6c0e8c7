package io.zhixing.platform.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts for storage. The envelope is {@code algorithm(1) | length of key id(1) | key id | iv(12) | AES-256-GCM
 * ciphertext}; the first byte names the algorithm, so that another one can stand beside it later. What is sealed for one
 * place (table, column and row) does not open at another. One key closes; keys that closed before still open.
 */
public final class Seal {

    private static final byte AES_256_GCM = 1;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST_ID = 255;

    private final String name;
    private final byte[] keyId;
    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /**
     * @param name of the secret, told when a key is missing
     * @param keyId the key that closes
     * @param keys by their ids, the one that closes among them
     */
    Seal(String name, String keyId, Map<String, byte[]> keys) {
        this.name = name;
        this.keyId = keyId.getBytes(StandardCharsets.UTF_8);
        keys.forEach((id, key) -> this.keys.put(id, new SecretKeySpec(key, "AES")));
        if (this.keyId.length > LONGEST_ID || !keys.containsKey(keyId)) {
            throw new IllegalStateException("zhixing.secrets." + name + " has no key of the id " + keyId);
        }
    }

    /** @param place where the envelope will be stored, such as {@code party_member|id_number|<row id>} */
    public byte[] close(byte[] plain, String place) {
        var iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        var sealed = run(Cipher.ENCRYPT_MODE, keys.get(new String(keyId, StandardCharsets.UTF_8)), iv, place, plain);
        return ByteBuffer.allocate(2 + keyId.length + IV_BYTES + sealed.length)
                .put(AES_256_GCM).put((byte) keyId.length).put(keyId).put(iv).put(sealed).array();
    }

    /**
     * Fails with {@code IllegalStateException} when the envelope was altered or belongs to another place, and names the
     * key when it was closed with one that is not here.
     */
    public byte[] open(byte[] envelope, String place) {
        var rest = ByteBuffer.wrap(envelope);
        int idBytes = envelope.length < 2 ? 0 : envelope[1] & 0xff;
        if (envelope.length < 2 + idBytes + IV_BYTES + TAG_BITS / Byte.SIZE || rest.get() != AES_256_GCM) {
            throw new IllegalStateException("No envelope, or one of another algorithm, for " + name);
        }
        rest.get();
        var id = new String(taken(rest, idBytes), StandardCharsets.UTF_8);
        var key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("Sealed with key " + id + ", which is not here: zhixing.secrets." + name
                    + ".old names the keys that only open");
        }
        var iv = taken(rest, IV_BYTES);
        return run(Cipher.DECRYPT_MODE, key, iv, place, taken(rest, rest.remaining()));
    }

    private static byte[] taken(ByteBuffer from, int bytes) {
        var taken = new byte[bytes];
        from.get(taken);
        return taken;
    }

    private static byte[] run(int mode, SecretKeySpec key, byte[] iv, String place, byte[] input) {
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
