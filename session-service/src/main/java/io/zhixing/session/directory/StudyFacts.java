package io.zhixing.session.directory;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * What the directory knows of a session to be recorded.
 *
 * @param path the host's path key; null when the host is unknown
 * @param state the host's state today
 * @param activeFrom the day from which the host is active; null when it is not
 * @param known the attendees whom the directory knows
 * @param own the attendees who were on the host's roll on that day
 * @param secretaries the lecturers who held a secretary's post of any organization on that day
 */
public record StudyFacts(String path, String state, LocalDate activeFrom, Set<UUID> known, Set<UUID> own,
        Set<UUID> secretaries) {

    public boolean isHostActiveOn(LocalDate day) {
        return "ACTIVE".equals(state) && activeFrom != null && !day.isBefore(activeFrom);
    }
}
