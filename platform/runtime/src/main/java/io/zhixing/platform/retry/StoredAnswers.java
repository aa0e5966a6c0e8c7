package io.zhixing.platform.retry;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.secret.Mac;
import io.zhixing.platform.secret.Seal;
import io.zhixing.platform.secret.Secrets;

/**
 * The table of answers by key. Bodies are sealed: an answer may hold personal data, a copy of the table must not. Nor is
 * a key kept as it was sent: callers make keys of what they have at hand, ID numbers too. Its keyed digest finds it.
 */
@RequestScoped
class StoredAnswers {

    private final AgroalDataSource database;
    private final Caller caller;
    private final CallAnswer.Reader call;
    private final ObjectMapper json;
    private final Seal seal;
    private final Mac keys;

    StoredAnswers(AgroalDataSource database, Caller caller, CallAnswer.Reader call, ObjectMapper json,
            Secrets secrets) {
        this.database = database;
        this.caller = caller;
        this.call = call;
        this.json = json;
        this.seal = secrets.seal("answers");
        this.keys = secrets.mac("answers");
    }

    /**
     * Takes the key for this transaction; the stored answer when an earlier call with it has committed. A key whose time is
     * over is a new one, removed or not: of two calls that come with it at once the second waits and finds it taken.
     */
    Optional<CallAnswer> claim(String key, byte[] hash) {
        try (var connection = database.getConnection(); var insert = connection.prepareStatement("""
                insert into idempotency as held (caller, operation, key, request_hash) values (?, ?, ?, ?)
                on conflict on constraint idempotency_pk do update set request_hash = excluded.request_hash,
                  status = null, headers = null, body = null, created_at = excluded.created_at, expires_at = excluded.expires_at
                where held.expires_at < clock_timestamp()""")) {
            insert.setString(1, caller.name());
            insert.setString(2, call.operation());
            insert.setString(3, kept(key));
            insert.setBytes(4, hash);
            return insert.executeUpdate() == 1 ? Optional.empty() : Optional.of(stored(key, hash));
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void complete(String key, CallAnswer answer) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        """
                update idempotency set status = ?, headers = ?, body = ? where caller = ? and operation = ? and key = ?""")) {
            update.setInt(1, answer.status());
            update.setString(2, json.writeValueAsString(answer.headers()));
            update.setBytes(3, seal.close(answer.body(), place(key)));
            update.setString(4, caller.name());
            update.setString(5, call.operation());
            update.setString(6, kept(key));
            update.executeUpdate();
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private CallAnswer stored(String key, byte[] hash) throws SQLException, IOException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        """
                select request_hash, status, headers, body from idempotency where caller = ? and operation = ? and key = ?""")) {
            select.setString(1, caller.name());
            select.setString(2, call.operation());
            select.setString(3, kept(key));
            try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw PlatformProblems.IDEMPOTENCY_IN_FLIGHT.about();   // it expired between the two statements
                }
                if (!Arrays.equals(rows.getBytes("request_hash"), hash)) {
                    throw PlatformProblems.IDEMPOTENCY_KEY_REUSED.about();
                }
                return new CallAnswer(rows.getInt("status"),
                        json.readValue(rows.getString("headers"), new TypeReference<Map<String, String>>() {
                        }), seal.open(rows.getBytes("body"), place(key)));
            }
        }
    }

    private String kept(String key) {
        return HexFormat.of().formatHex(keys.of("idempotency|key|" + key));
    }

    private String place(String key) {
        return "idempotency|" + caller.name() + "|" + call.operation() + "|" + key;
    }
}
