package io.zhixing.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.platform.audit.AuditTrail;
import io.zhixing.platform.audit.Trace;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.secret.Mac;
import io.zhixing.platform.secret.Secrets;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;
import io.zhixing.platform.time.Ids;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Publishes the event of a change with the change: into the outbox, the change feed and the audit trail of one transaction.
 * What a transaction appends is written by one statement at its end ({@link PendingEvents}); on a connection of the
 * pipeline, at once. The relay sends it; nothing else touches the producer.
 */
@Singleton
public class Outbox {

    private static final Logger LOG = Logger.getLogger(Outbox.class);
    /** Bytes; below the broker's limit of 1 MB a record, with room for headers. */
    private static final int MAXIMUM_PAYLOAD = 900_000;
    private static final int MOST_BYTES_A_CHARACTER = 3;

    private final PendingEvents pending;
    private final ObjectMapper json;
    private final String typePrefix;
    private final Map<Class<?>, EventType> types;
    private final AuditTrail trail;
    private final Mac digests;

    Outbox(PendingEvents pending, ObjectMapper json, @ConfigProperty(name = "zhixing.service") String service,
            Instance<PublishedEvents> published, AuditTrail trail, Secrets secrets) {
        this.trail = trail;
        this.digests = secrets.mac("audit");
        this.pending = pending;
        this.json = json;
        this.typePrefix = "io.zhixing." + service + ".";
        this.types = published.stream().flatMap(events -> events.types().stream())
                .collect(Collectors.toUnmodifiableMap(EventType::payload, type -> type));
    }

    /**
     * Needs a running transaction in which the aggregate's new version is already flushed: the event says what it is now,
     * whatever the transaction still does.
     *
     * @param path the path key of the organization under which readers of the change feed see it
     */
    public void append(DomainEvent event, String path) {
        appendAll(List.of(event), path);
    }

    /** The same for the events of many aggregates below one path. */
    public void appendAll(List<? extends DomainEvent> events, String path) {
        appendAll(events, event -> path);
    }

    /** The same for aggregates below many paths. */
    public <E extends DomainEvent> void appendAll(List<E> events, Function<E, String> path) {
        pending.add(appended(events, path));
        if (!events.isEmpty()) {
            trail.changed();
        }
    }

    /** The same on a connection of the pipeline, inside its transaction; at most once in it, see docs/adr/0012. */
    public void append(Connection connection, DomainEvent event, String path) throws SQLException {
        appendAll(connection, List.of(event), one -> path);
    }

    /** The same for many, in their order. */
    public <E extends DomainEvent> void appendAll(Connection connection, List<E> events, Function<E, String> path)
            throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("An event needs the transaction of its change");
        }
        if (!events.isEmpty()) {
            AppendedEvent.write(connection, appended(events, path));
            trail.changed();
        }
    }

    /** Places of organizations that moved: one statement whatever their number, in the transaction of the move. */
    public void appendMoves(List<? extends Relocation> moves) {
        if (moves.isEmpty()) {
            return;
        }
        var type = type(moves.get(0));
        var payloads = moves.stream().map(this::payload).toList();
        pending.tell(connection -> Sql.call(connection, "select append_moves(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Batch.of(moves).column("uuid", move -> Ids.next()), type.aggregate(),
                Batch.of(moves).column("uuid", DomainEvent::aggregateId).column("bigint", DomainEvent::version),
                typePrefix + type.name(), SqlArray.texts(payloads), moves.get(0).resourceType(),
                Batch.of(moves).column("bigint", Relocation::resourceVersion).column("text", Relocation::path)
                        .column("text", Relocation::previousPath),
                Trace.parent()));
        trail.changed();
    }

    /**
     * For the readers whom a resource left with the version that was just appended: the change feed tells them to forget it.
     * Needs the transaction of the change.
     */
    public void tellThoseLeft(List<Departure> departures) {
        pending.tell(connection -> Batch.of(departures).column("text", Departure::resourceType)
                .column("uuid", Departure::id)
                .column("bigint", Departure::version).column("text", Departure::path)
                .column("text", Departure::previousPath).update(connection,
                        """
                        insert into change (stream_epoch, resource_type, resource_id, version, op, organization_path, previous_path)
                        select s.epoch, d.type, d.id, d.version, 'MOVE', d.path, d.previous
                        from stream s, unnest(?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::text[]) as d (type, id, version, path, previous)"""));
    }

    /**
     * For the readers of the other side of what two organizations share: the change feed tells them too of the version that
     * was just appended. Needs the transaction of the change.
     */
    public void tellOtherSide(List<Sharing> shared) {
        if (!shared.isEmpty()) {
            pending.tell(connection -> tellOtherSide(connection, shared));
        }
    }

    /** The same on a connection of the pipeline, inside its transaction. */
    public void tellOtherSide(Connection connection, List<Sharing> shared) throws SQLException {
        Batch.of(shared).column("text", Sharing::resourceType).column("uuid", Sharing::id)
                .column("bigint", Sharing::version).column("text", Sharing::otherPath).update(connection,
                        """
                        insert into change (stream_epoch, resource_type, resource_id, version, op, organization_path)
                        select s.epoch, d.type, d.id, d.version, 'MOVE', d.path
                        from stream s, unnest(?::text[], ?::uuid[], ?::bigint[], ?::text[]) as d (type, id, version, path)""");
    }

    /**
     * Writes what the transaction has appended by now; whoever ends a transaction calls it last, so that a refusal by the
     * database is an answer and not a failed commit.
     */
    public void write() {
        pending.write();
    }

    /** For whoever goes back to a savepoint: what was appended since is not written. */
    public void forget() {
        pending.forget();
    }

    private <E extends DomainEvent> List<AppendedEvent> appended(List<E> events, Function<E, String> path) {
        return events.stream().map(event -> {
            var type = type(event);
            var payload = payload(event);
            return new AppendedEvent(type.aggregate(), event.aggregateId(), event.version(), typePrefix + type.name(),
                    payload, event.organizationId(), path.apply(event), digests.of(payload));
        }).toList();
    }

    private EventType type(DomainEvent event) {
        var type = types.get(event.getClass());
        if (type == null) {
            throw new IllegalStateException("Not among the published events: " + event.getClass());
        }
        return type;
    }

    private String payload(DomainEvent event) {
        try {
            var payload = json.writeValueAsString(event);
            if (bytes(payload) > MAXIMUM_PAYLOAD) {   // the broker would refuse it for ever, and all that waits behind it
                LOG.errorf("%s of %s is too large: publish it in parts", type(event).name(), event.aggregateId());
                throw PlatformProblems.BODY_TOO_LARGE.about(MAXIMUM_PAYLOAD);
            }
            return payload;
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }

    /** As many as the broker counts, or at most as many where that is few enough. */
    private static int bytes(String payload) {
        return payload.length() <= MAXIMUM_PAYLOAD / MOST_BYTES_A_CHARACTER
                ? payload.length() * MOST_BYTES_A_CHARACTER
                : payload.getBytes(StandardCharsets.UTF_8).length;
    }
}
