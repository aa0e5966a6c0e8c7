package io.zhixing.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.agroal.api.AgroalDataSource;

/**
 * The events of the transaction in hand. They are written by one statement at its end, not each where it happens: the
 * statement takes the heads of the audit chains in one order, while a transaction that took them by and by would wait for
 * another one that took them the other way round. And no head is held while the transaction still works.
 */
@Singleton
class PendingEvents {

    private static final Object KEY = PendingEvents.class;

    private final TransactionSynchronizationRegistry transactions;
    private final AgroalDataSource database;

    PendingEvents(TransactionSynchronizationRegistry transactions, AgroalDataSource database) {
        this.transactions = transactions;
        this.database = database;
    }

    /** What is told beside the events, on the connection of the transaction. */
    @FunctionalInterface
    interface Telling {

        void on(Connection connection) throws SQLException;
    }

    /** Fails without a running transaction: an event needs the transaction of its change. */
    void add(List<AppendedEvent> events) {
        requireTransaction();
        var pending = (Pending) transactions.getResource(KEY);
        if (pending == null) {
            pending = new Pending();
            transactions.putResource(KEY, pending);
            transactions.registerInterposedSynchronization(new AtTheEnd());
        }
        pending.events.addAll(events);
    }

    /** Tells at once, or behind the events that wait: readers of the change feed learn of a version first, then who left with it. */
    void tell(Telling telling) {
        requireTransaction();
        if (transactions.getResource(KEY) instanceof Pending pending && !pending.events.isEmpty()) {
            pending.tellings.add(telling);
        } else {
            onConnection(telling);
        }
    }

    void write() {
        if (!(transactions.getResource(KEY) instanceof Pending pending) || pending.events.isEmpty()) {
            return;
        }
        var events = List.copyOf(pending.events);
        var tellings = List.copyOf(pending.tellings);
        pending.forget();
        onConnection(connection -> {
            AppendedEvent.write(connection, events);
            for (var telling : tellings) {
                telling.on(connection);
            }
        });
    }

    void forget() {
        if (transactions.getResource(KEY) instanceof Pending pending) {
            pending.forget();
        }
    }

    private void requireTransaction() {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("An event needs the transaction of its change");
        }
    }

    private void onConnection(Telling telling) {
        try (var connection = database.getConnection()) {
            telling.on(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static final class Pending {

        private final List<AppendedEvent> events = new ArrayList<>();
        private final List<Telling> tellings = new ArrayList<>();

        private void forget() {
            events.clear();
            tellings.clear();
        }
    }

    /** For transactions that nobody ends by hand with {@link Outbox#write}. */
    private final class AtTheEnd implements Synchronization {

        @Override
        public void beforeCompletion() {
            write();
        }

        @Override
        public void afterCompletion(int status) {
            // committed or not, what was pending went with its transaction
        }
    }
}
