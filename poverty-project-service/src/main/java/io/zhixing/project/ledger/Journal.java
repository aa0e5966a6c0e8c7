package io.zhixing.project.ledger;

import java.time.LocalDate;
import java.util.UUID;

/**
 * 凭证: one fact of the ledger, whole. It is posted once and never changed; a reversal is a journal of its own.
 *
 * @param fromAccount id of the document whose account gave the money, or one of the three outside accounts
 * @param amountFen above 0
 * @param lineCount payee lines that it pays or gives back; 0 for what pays nobody
 * @param disbursementId the order of those lines; null where there are none
 * @param actor who posted it, as four eyes tell people apart
 * @param reverses what it undoes; null unless it is a reversal
 * @param reversedBy the reversal that undid it; null while it stands
 * @param recoveryId the recovery of which it is a level; null for any other
 * @param path of the lowest document whose money it moved
 * @param sourcePath of the fund source whose money it moved; null where it moved none
 */
public record Journal(long id, JournalKind kind, UUID fromAccount, UUID toAccount, long amountFen, int lineCount,
        UUID disbursementId, LocalDate occurredOn, LocalDate recordedOn, String actor, String reason, Long reverses,
        Long reversedBy, UUID recoveryId, String path, String sourcePath) {

    /** Path of the organization that decides on it: the source's where a source's money was moved, for a county does not take back what the city gave. */
    public String office() {
        return sourcePath == null ? path : sourcePath;
    }

    /** Whether it moved up what came back for a closed budget (关账后退回): other money goes up by recoveries alone. */
    public boolean isOfReturn() {
        return (kind == JournalKind.CLAWBACK || kind == JournalKind.RETURN_TO_TREASURY) && recoveryId == null;
    }

    JournalView view() {
        return new JournalView(id, kind, fromAccount, toAccount, amountFen, lineCount, disbursementId, occurredOn,
                recordedOn, actor, reason, reverses, reversedBy, recoveryId);
    }
}
