package io.zhixing.platform.retry;

import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhixing.platform.problem.PlatformProblems;
import org.hibernate.Session;
import org.hibernate.StaleObjectStateException;

/**
 * A change whose row another one changed after it was read. It is refused as one that had read a former version from the
 * beginning, with the present tag, when the row is the one thing that the address names.
 */
@Singleton
class LostRace {

    private final EntityManager entities;
    private final UriInfo uri;

    LostRace(EntityManager entities, UriInfo uri) {
        this.entities = entities;
        this.uri = uri;
    }

    /** What the caller is told instead of the failure, once its transaction is over; any other failure as it is. */
    Exception told(Exception failure) {
        return lost(failure).filter(this::isAddressed).flatMap(this::present)
                .<Exception>map(version -> PlatformProblems.PRECONDITION_FAILED.about().with("ETag", ETag.of(version)))
                .orElse(failure);
    }

    private static Optional<StaleObjectStateException> lost(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StaleObjectStateException stale) {
                return Optional.of(stale);
            }
        }
        return Optional.empty();
    }

    private boolean isAddressed(StaleObjectStateException lost) {
        var named = uri.getPathParameters();
        return named.size() == 1 && String.valueOf(lost.getIdentifier()).equals(named.getFirst("id"));
    }

    /** Nothing of a row that is gone, or while the database is away. */
    private Optional<Long> present(StaleObjectStateException lost) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> Optional
                    .ofNullable(entities.unwrap(Session.class).find(lost.getEntityName(), lost.getIdentifier()))
                    .map(row -> (Long) entities.getEntityManagerFactory().getPersistenceUnitUtil().getVersion(row)));
        } catch (RuntimeException away) {
            return Optional.empty();
        }
    }
}
