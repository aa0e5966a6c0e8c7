package io.zhixing.platform.access;

import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Makes the roles of the caller's grants, and no others, the roles that {@code @RolesAllowed} sees. A token whose person
 * cannot be read is none.
 */
@Singleton
public class GrantedRoles implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        try {
            var signedIn = SignedIn.of(token);
            var roles = signedIn.grants().stream().map(Grant::role).collect(Collectors.toSet());
            return Uni.createFrom().item(QuarkusSecurityIdentity.builder(identity).addRoles(roles)
                    .addAttribute(SignedIn.ATTRIBUTE, signedIn).build());
        } catch (IllegalArgumentException noId) {
            return Uni.createFrom().failure(new AuthenticationFailedException("zhixing_member is no id", noId));
        }
    }
}
