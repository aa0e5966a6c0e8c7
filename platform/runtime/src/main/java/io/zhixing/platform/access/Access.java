package io.zhixing.platform.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;

/** The caller's reach: what he may see and do, and where. */
@Singleton
public class Access {

    /** An organization that the caller may see. */
    public record Located(UUID id, String path) {}

    private final Caller caller;
    private final CallScope entered;
    private final CallAuthor author;

    Access(Caller caller, CallScope entered, CallAuthor author) {
        this.caller = caller;
        this.entered = entered;
        this.author = author;
    }

    /** The subtrees that the caller may see; needs a running transaction. */
    public Scope scope() {
        return entered.scope();
    }

    /** Refuses with {@code FORBIDDEN} unless one of the roles was granted on the organization of this path or above it. */
    public void require(String path, String... roles) {
        if (!scope().reaches(path, Set.of(roles))) {
            throw PlatformProblems.FORBIDDEN.about();
        }
    }

    public boolean may(String path, String... roles) {
        return scope().reaches(path, Set.of(roles));
    }

    /** Whether the token itself grants one of the roles on an organization of this name, be it there already or not. */
    public boolean isGranted(String organization, String... roles) {
        return caller.grants().stream()
                .anyMatch(grant -> grant.organization().equals(organization) && Set.of(roles).contains(grant.role()));
    }

    /** The organization that a request names by id or code; {@code REFERENCE_UNKNOWN} when it is not there for the caller. */
    public Located locate(String reference, Place place) {
        return find(reference).orElseThrow(() -> new ProblemException(
                List.of(PlatformProblems.REFERENCE_UNKNOWN.at(place, reference))));
    }

    /**
     * The organization by id or code, where the caller sees it. Asked before anything else in a transaction, it is looked up
     * by the statement that enters the scope.
     */
    public Optional<Located> find(String reference) {
        return entered.find(reference);
    }

    /** The person whose own rows this call may see; empty where the token has not the role for it. */
    public Optional<UUID> person() {
        return author.person();
    }

    /** What the audit trail will say of the caller, as JSON. */
    public String author() {
        return author.words();
    }
}
