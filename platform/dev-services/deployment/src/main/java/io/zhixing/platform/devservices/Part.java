package io.zhixing.platform.devservices;

/** What a service needs from outside, each with the key by which one sees that it is configured. */
enum Part {
    DATABASE("quarkus.datasource.jdbc.url"),
    BROKER("kafka.bootstrap.servers"),
    IDENTITY(
            "quarkus.oidc.auth-server-url");

    private final String key;

    Part(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
