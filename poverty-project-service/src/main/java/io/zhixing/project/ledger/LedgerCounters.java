package io.zhixing.project.ledger;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.zhixing.platform.figures.KeptCounters;

/**
 * What is kept beside the ledger's entries, each compared with them: balances of accounts, reservations with payee lines, what
 * is settled of obligations, what documents state. The pipeline has no right on money and learns how many differ alone.
 */
@Singleton
class LedgerCounters {

    private record Kept(String name) implements KeptCounters {

        @Override
        public String differences() {
            return "select ledger_differences('" + name + "')";
        }
    }

    @Produces
    @Singleton
    KeptCounters accounts() {
        return new Kept("ledger_account");
    }

    @Produces
    @Singleton
    KeptCounters reservations() {
        return new Kept("ledger_reservation");
    }

    @Produces
    @Singleton
    KeptCounters obligations() {
        return new Kept("obligation");
    }

    @Produces
    @Singleton
    KeptCounters documents() {
        return new Kept("document");
    }
}
