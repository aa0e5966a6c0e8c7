package io.zhixing.platform.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls: a person through a client, or a machine. Everything here was signed by the identity provider. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private SignedIn signedIn;
    private Standing assumed;
    private String operation;
    private UUID job;

    /**
     * What a caller's token said, kept for work that goes on after his call.
     *
     * @param member null for machines, and in what was kept before it was
     */
    public record Standing(String clientId, String name, UUID member, List<Grant> grants) {}

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Standing standing() {
        return assumed != null ? assumed : new Standing(clientId(), name(), member().orElse(null), grants());
    }

    /** This request context works on behalf of that caller: for jobs, which no token accompanies. */
    public void assume(Standing standing) {
        assumed = standing;
    }

    /** The call in hand, by its operationId. */
    public void calls(String operation) {
        this.operation = operation;
    }

    /** The import in hand: its entries in the audit trail have chains of their own. */
    public void worksOff(UUID job) {
        this.job = job;
    }

    /** @param auditRoles roles that read the audit trail; @param person whose own rows he may see, or null */
    public Author author(Set<String> auditRoles, UUID person) {
        var roles = grants().stream().map(Grant::role).distinct().sorted().toList();
        return new Author(clientId(), name().substring(clientId().length() + 1), String.join(",", roles), operation,
                job, roles.stream().anyMatch(auditRoles::contains), person);
    }

    public boolean isAnonymous() {
        return assumed == null && identity.isAnonymous();
    }

    /** Client and subject: what idempotency keys and cursors belong to. */
    public String name() {
        return assumed != null ? assumed.name() : signedIn().clientId() + "/" + signedIn().subject();
    }

    public String clientId() {
        return assumed != null ? assumed.clientId() : signedIn().clientId();
    }

    /** The member who calls; empty for machines. */
    public Optional<UUID> member() {
        return assumed != null ? Optional.ofNullable(assumed.member()) : signedIn().member();
    }

    /** The OAuth scopes of the token. */
    public Set<String> oauthScopes() {
        return signedIn().oauthScopes();
    }

    public List<Grant> grants() {
        return assumed != null ? assumed.grants() : signedIn().grants();
    }

    /** The words by which the audit trail names this caller in this operation, kept with his sign-in. */
    String authored(Supplier<String> words) {
        return assumed != null || job != null || operation == null
                ? words.get()
                : signedIn().author(operation, words);
    }

    private SignedIn signedIn() {
        if (signedIn == null) {
            signedIn = identity.getAttribute(SignedIn.ATTRIBUTE);
        }
        return signedIn != null
                ? signedIn
                : identity.getPrincipal() instanceof JsonWebToken token ? SignedIn.of(token) : SignedIn.NOBODY;
    }
}
