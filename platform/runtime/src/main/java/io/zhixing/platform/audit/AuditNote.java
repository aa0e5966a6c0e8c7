package io.zhixing.platform.audit;

import java.util.UUID;

/**
 * Something that goes into the trail beside published changes: what was read, looked up, refused or done silently. Ids
 * and codes only.
 *
 * @param organization whose chain it joins; null for what concerns none
 * @param action kebab case, such as {@code export-started}
 * @param purpose code of the reason that the caller stated; null when none was asked for
 * @param rows how many rows were handed out; null where that says nothing
 * @param result {@code DONE}, or the code of the problem
 */
public record AuditNote(UUID organization, String action, String objectType, UUID object, String purpose, Long rows,
        String result) {

    public static AuditNote of(String action) {
        return new AuditNote(null, action, null, null, null, null, "DONE");
    }

    public AuditNote in(UUID organization) {
        return new AuditNote(organization, action, objectType, object, purpose, rows, result);
    }

    /** @param object null for a collection */
    public AuditNote about(String objectType, UUID object) {
        return new AuditNote(organization, action, objectType, object, purpose, rows, result);
    }

    public AuditNote purpose(String purpose) {
        return new AuditNote(organization, action, objectType, object, purpose, rows, result);
    }

    public AuditNote rows(long rows) {
        return new AuditNote(organization, action, objectType, object, purpose, rows, result);
    }

    public AuditNote ended(String result) {
        return new AuditNote(organization, action, objectType, object, purpose, rows, result);
    }
}
