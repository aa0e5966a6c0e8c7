package io.zhixing.organization.workitem;

import java.util.List;
import java.util.stream.Collectors;

import io.zhixing.organization.rule.Rules;
import io.zhixing.platform.transition.Step;

/**
 * One kind of work as a select. It answers, in any order, {@code id}, {@code organization_id} (of the organization that it
 * is about), {@code status}, {@code since} and {@code due_on} (days), {@code quantity}, and {@code barred}: the caller who
 * may not take the step because he took the one before; where the root needs a second person, the trail says it instead.
 * {@code judged.day} is the day by which it is judged, {@code judged.lead} how many days before its day something is due. It names organizations and never persons (domain.md 3).
 */
public final class Work {

    /** As {@code SecondPerson} judges the step: at the root, which has no superior, not who entered the present version. */
    private static final String SECOND_PERSON_AT_THE_ROOT = """
            coalesce(s.barred, case when o.organization_path not like '/%/%/' then entered_last(s.id) end)""";

    private final WorkKind kind;
    private final String select;
    private WorkOffice office = WorkOffice.ITSELF;
    private String officePath = office.path();
    private String step = "null::text";
    private List<String> roles = List.of();
    private String address = "";
    private String tail = "''";
    private String path = "o.organization_path";
    private String barred = "s.barred";
    private String early = "false";

    private Work(WorkKind kind, String select) {
        this.kind = kind;
        this.select = select;
    }

    public static Work of(WorkKind kind, String select) {
        return new Work(kind, select);
    }

    /** Ended by this step, and by whoever may take it; the machine's own table says who, and whether the root has to be two. */
    public Work by(WorkOffice office, Step<?, ?> next) {
        if (next.mayNeedSecondPerson()) {
            barred = SECOND_PERSON_AT_THE_ROOT;
        }
        return by(office, next.roles().toArray(String[]::new)).endedBy(next.name());
    }

    /** Several steps may end it, or something that is no step. */
    public Work by(WorkOffice office, String... roles) {
        this.office = office;
        this.officePath = office.path();
        this.roles = List.of(roles);
        return this;
    }

    public Work endedBy(String step) {
        this.step = "'" + step + "'";
        return this;
    }

    /** What the id stands behind: {@code /organization/v1/committee-terms/}. */
    public Work at(String address) {
        this.address = address;
        return this;
    }

    /** @param tail SQL over the select {@code s} for what stands behind the id */
    public Work at(String address, String tail) {
        this.tail = tail;
        return at(address);
    }

    /** The office does not follow from the organization: the select answers its path as {@code office_path}. */
    public Work actingWhereSelected() {
        officePath = "s.office_path";
        return this;
    }

    /**
     * The select answers {@code organization_path} too, which bounds it: it counts the records of an organization, or asks for
     * each organization whether something is missing.
     */
    public Work bounded() {
        path = "s.organization_path";
        return this;
    }

    /** The select answers {@code early} too: true while its step waits for others, so that it is nobody's to take. */
    public Work notWhileEarly() {
        early = "s.early";
        return this;
    }

    /** {@code WAITING} until the lead begins, then {@code DUE}, and {@code OVERDUE} after that day. */
    public static String status(String day) {
        return status(day, "false");
    }

    /** The same, and not {@code DUE} while it is early; what is past its day is {@code OVERDUE} whoever it waits for. */
    public static String status(String day, String early) {
        return "case when judged.day > " + day + " then 'OVERDUE' when judged.day >= " + day
                + " - judged.lead and not " + early + " then 'DUE' else 'WAITING' end";
    }

    WorkKind kind() {
        return kind;
    }

    /** One part of the list. */
    String part() {
        var day = "(select g.day, " + Rules.value("WORK_LEAD_DAYS", "ORGANIZATION", "g.day")
                + " as lead from (select ?::date as day) g) judged";
        return """
                select '%s' collate "C" as kind, s.id, %s as organization_path, o.id as organization_id, o.code, o.name, s.status, s.since,
                  s.due_on, s.quantity, %s as step, '%s' as office, %s as roles, '%s' as address, %s as tail, %s as office_path, %s as barred,
                  %s as early
                from %s cross join lateral (%s) s join party_organization o on o.id = s.organization_id"""
                .formatted(kind, path, step, office,
                        roles.stream().collect(Collectors.joining("','", "array['", "']::text[]")), address,
                        tail, officePath, barred, early, day, select);
    }
}
