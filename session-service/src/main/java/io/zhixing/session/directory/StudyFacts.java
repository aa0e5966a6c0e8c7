package io.zhixing.session.directory;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * What the directory knows of a session to be recorded.
 *
 * @param path the host's path key; null when the host is unknown
 * @param activeFrom the first day of the host's interval at work that began last before the session; null when it is still
 *     being prepared
 * @param activeTo the first day on which it no longer was, after it was dissolved or merged; else null
 * @param convener whether the convener is the host's; null where none is named
 * @param partyGroup whether the Party group is the host's; null where none is named
 * @param known the attendees whom the directory knows
 * @param own the attendees who were on the host's roll on that day
 * @param secretaries the lecturers who held a secretary's post of any organization on that day
 */
public record StudyFacts(String path, String type, LocalDate activeFrom, LocalDate activeTo, HostRelation convener,
        HostRelation partyGroup, Set<UUID> known, Set<UUID> own, Set<UUID> secretaries) {

    static final String BRANCH = "BRANCH";

    /** What was held before the host ended is recorded afterwards too. */
    public boolean isHostActiveOn(LocalDate day) {
        return activeFrom != null && !day.isBefore(activeFrom) && (activeTo == null || day.isBefore(activeTo));
    }

    public boolean isHostBranch() {
        return BRANCH.equals(type);
    }
}
