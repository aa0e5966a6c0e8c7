package io.zhixing.platform.secret;

import java.util.Base64;
import java.util.Optional;

/** Why a service must not work with a key, in both languages. */
enum SecretFault {
    MISSING("缺失", "is missing"),
    NO_KEY("不是32字节的base64", "is not 32 bytes in base64"),
    READABLE("是可读文本（开发用的默认值即如此），不是随机密钥", "is readable text, as the keys for development are, and no random key");

    private final String zh;
    private final String en;

    SecretFault(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    String zh(String setting) {
        return setting + " " + zh;
    }

    String en(String setting) {
        return setting + " " + en;
    }

    /** Of 32 random bytes not one in 10^13 reads as text: what does was typed, or stands in our sources for everybody to read. */
    static Optional<SecretFault> of(String stated, int bytes) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(stated);
        } catch (IllegalArgumentException noBase64) {
            return Optional.of(NO_KEY);
        }
        if (key.length != bytes) {
            return Optional.of(NO_KEY);
        }
        for (byte one : key) {
            if (one < ' ' || one > '~') {
                return Optional.empty();
            }
        }
        return Optional.of(READABLE);
    }
}
