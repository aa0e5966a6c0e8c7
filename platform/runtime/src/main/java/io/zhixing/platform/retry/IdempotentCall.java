package io.zhixing.platform.retry;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.audit.SilentWrites;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.DatabaseProblems;
import io.zhixing.platform.problem.PlatformProblems;

@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class IdempotentCall {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final String LOCK_TIME_OUT = "55P03";

    private final HttpHeaders headers;
    private final StoredAnswers answers;
    private final CallAnswer.Reader reader;
    private final SilentWrites silent;
    private final Outbox outbox;
    private final Access access;
    private final LostRace lostRace;

    IdempotentCall(HttpHeaders headers, StoredAnswers answers, CallAnswer.Reader reader, SilentWrites silent,
            Outbox outbox, Access access, LostRace lostRace) {
        this.access = access;
        this.lostRace = lostRace;
        this.silent = silent;
        this.outbox = outbox;
        this.headers = headers;
        this.answers = answers;
        this.reader = reader;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        try {
            return inTransaction(call);
        } catch (Exception failure) {
            throw lostRace.told(failure);
        }
    }

    private Object inTransaction(InvocationContext call) throws Exception {
        var key = key(call.getMethod().getAnnotation(Idempotent.class));
        QuarkusTransaction.begin();
        try {
            if (key.isPresent()) {
                access.scope();   // a lock that is waited for in vain here is no twin's: 503, not 409
                var hash = reader.requestHash(call.getParameters());
                claim(key.get(), hash).ifPresent(stored -> {
                    throw new Replay(stored);
                });
            }
            var result = call.proceed();
            outbox.write();
            silent.note(call.getMethod(), result);
            if (key.isPresent()) {
                answers.complete(key.get(), reader.answer(call.getMethod(), result));
            }
            QuarkusTransaction.commit();
            return result;
        } finally {
            if (QuarkusTransaction.isActive()) {
                QuarkusTransaction.rollback();
            }
        }
    }

    private Optional<CallAnswer> claim(String key, byte[] hash) {
        try {
            return answers.claim(key, hash);
        } catch (RuntimeException failure) {
            if (DatabaseProblems.find(failure).map(SQLException::getSQLState).filter(LOCK_TIME_OUT::equals)
                    .isPresent()) {
                throw PlatformProblems.IDEMPOTENCY_IN_FLIGHT.about();
            }
            throw failure;
        }
    }

    /** An empty one is none where one is required; elsewhere whoever sent it meant to send one. */
    private Optional<String> key(Idempotent declared) {
        var given = headers.getHeaderString("Idempotency-Key");
        var key = given == null ? "" : unquoted(given);
        if (key.isEmpty() && declared != null && declared.keyRequired()) {
            throw PlatformProblems.IDEMPOTENCY_KEY_REQUIRED.about(Idempotent.EXAMPLE);
        }
        if (given == null) {
            return Optional.empty();
        }
        if (declared != null && !declared.keyTaken()) {
            throw PlatformProblems.IDEMPOTENCY_KEY_NOT_TAKEN.about();
        }
        if (!KEY.matcher(key).matches()) {
            throw PlatformProblems.IDEMPOTENCY_KEY_INVALID.about();
        }
        return Optional.of(key);
    }

    private static String unquoted(String given) {
        return given.length() > 1 && given.startsWith("\"") && given.endsWith("\"")
                ? given.substring(1, given.length() - 1)
                : given;
    }
}
