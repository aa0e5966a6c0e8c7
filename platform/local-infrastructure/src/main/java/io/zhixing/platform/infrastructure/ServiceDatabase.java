package io.zhixing.platform.infrastructure;

/**
 * A service's database with its three roles: the owner migrates, the application serves calls under row-level security,
 * the pipeline sends and receives events. None of them is a superuser, none passes by a policy.
 *
 * @param service as in addresses: {@code poverty-project}
 * @param url JDBC address
 */
public record ServiceDatabase(String service, String url, Role owner, Role application, Role pipeline) {

    public record Role(String user, String password) {}

    /** The name in the database server: dashes are no letters there. */
    public static String nameOf(String service) {
        return service.replace('-', '_');
    }
}
