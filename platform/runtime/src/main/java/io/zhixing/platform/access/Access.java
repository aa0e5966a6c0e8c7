package io.zhixing.platform.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;

/**
 * The caller's reach. It is read once per transaction, with the statement that sets the scope of row-level security
 * (see {@link ScopeOnAcquire}), so that a moved organization takes effect at once and asking costs nothing more.
 */
@RequestScoped
public class Access {

    /** An organization that the caller may see. */
    public record Located(UUID id, String path) {}

    enum Mode {
        READ,
        WRITE,
        SNAPSHOT
    }

    private final Caller caller;
    private final AccessRules rules;
    private final AgroalDataSource database;
    private final ObjectMapper json;
    private Mode mode = Mode.WRITE;
    private Scope scope;
    private Throwable failed;
    private String sought;
    private Located found;

    Access(Caller caller, AccessRules rules, AgroalDataSource database, ObjectMapper json) {
        this.json = json;
        this.caller = caller;
        this.rules = rules;
        this.database = database;
    }

    /** The subtrees that the caller may see; needs a running transaction. */
    public Scope scope() {
        if (scope == null) {
            try (var connection = database.getConnection()) {
                connection.getAutoCommit();   // acquiring it has read the scope; this asks the database nothing
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            if (failed != null) {   // "try again", and not "nothing is there"
                throw new IllegalStateException(failed);
            }
        }
        return scope == null ? Scope.NOTHING : scope;
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
        if (scope == null) {
            sought = reference;
            try {
                var visible = scope();
                return Optional.ofNullable(found).filter(place -> visible.covers(place.path()));
            } finally {
                sought = null;
            }
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select id, path from organizations_named(array[?])")) {
            statement.setString(1, reference);
            try (var rows = statement.executeQuery()) {
                return rows.next() && scope.covers(rows.getString("path"))
                        ? Optional.of(new Located(rows.getObject("id", UUID.class), rows.getString("path")))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The transactions of this request from now on only read. */
    public void readOnly() {
        mode = Mode.READ;
        scope = null;
    }

    /** The next transaction of this request reads one snapshot (REPEATABLE READ). */
    public void snapshot() {
        mode = Mode.SNAPSHOT;
        scope = null;
    }

    void enter(Connection connection) throws SQLException {
        failed = null;
        try {
            if (!caller.isAnonymous()) {
                enter(connection, author());
            }
        } catch (SQLException | RuntimeException | Error failure) {
            failed = failure;
            throw failure;
        }
    }

    private void enter(Connection connection, String author) throws SQLException {
        if (mode == Mode.SNAPSHOT) {
            try (var statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read");
            }
        }
        var grants = caller.grants().stream().filter(grant -> rules.dataRoles().contains(grant.role())).toList();
        try (var statement = connection.prepareStatement("select reference, id, path from enter_scope(?, ?, ?, ?)")) {
            statement.setArray(1,
                    connection.createArrayOf("text", grants.stream().map(Grant::organization).distinct().toArray()));
            statement.setBoolean(2, mode != Mode.WRITE);
            statement.setString(3, author);
            statement.setString(4, sought);
            found = null;
            try (var rows = statement.executeQuery()) {
                var reaches = new ArrayList<Scope.Reach>();
                while (rows.next()) {
                    var reference = rows.getString("reference");
                    var id = rows.getObject("id", UUID.class);
                    var path = rows.getString("path");
                    if (reference.equals(sought)) {
                        found = new Located(id, path);
                    }
                    grants.stream().filter(grant -> grant.organization().equals(reference))
                            .forEach(grant -> reaches.add(new Scope.Reach(grant.role(), id, path)));
                }
                scope = new Scope(List.copyOf(reaches));
            }
        }
    }

    /** The person whose own rows this call may see; empty where the token has not the role for it. */
    public Optional<UUID> person() {
        return rules.personRole()
                .filter(role -> caller.grants().stream().anyMatch(grant -> grant.role().equals(role)))
                .flatMap(role -> caller.member());
    }

    /** What the audit trail will say of the caller, as JSON. */
    public String author() {
        return caller.authored(() -> {
            try {
                return json.writeValueAsString(caller.author(rules.auditRoles(), person().orElse(null)));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }
}
