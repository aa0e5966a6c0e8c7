package io.zhixing.acceptance.faults.intent;

import io.zhixing.city.launch.Service;

/** What the load writes, whose call it is, and how often each of its marks is found in the tables of the service. */
public enum Kind {
    MEMBER(Service.ORGANIZATION, "loader", "/organization/v1/members",
            "select member_number, count(*) from party_member where member_number like 'F-%' group by 1"),
    ORGANIZATION(Service.ORGANIZATION, "loader", "/organization/v1/organizations",
            "select code, count(*) from party_organization group by 1"),
    POST(Service.ORGANIZATION, "loader", "/organization/v1/posts", """
            select member_id || ' ' || organization_id || ' ' || post, count(*) from post
            where post <> 'SECRETARY' group by 1"""),
    /** The second version of a post. */
    LEAVING(Service.ORGANIZATION, "loader", "/organization/v1/posts/{id}/transitions", """
            select c.resource_id::text, count(*) from change c join post p on p.id = c.resource_id and p.held_to is not null
            where c.resource_type = 'post' and c.version > 1 group by 1"""),
    /** Nothing but the Idempotency-Key keeps it from being recorded twice. */
    SESSION(Service.SESSION, "loader", "/session/v1/study-sessions",
            "select place, count(*) from study_session where place like 'F-%' group by 1"),
    ALLOCATION(Service.POVERTY_PROJECT, "fund-cashier", "/poverty-project/v1/fund-allocations",
            "select document_no, count(*) from fund_allocation where document_no like 'F-%' group by 1"),
    /** Nothing but the Idempotency-Key keeps it from being asked for twice. */
    ORDER(Service.POVERTY_PROJECT, "loader", "/poverty-project/v1/disbursements",
            "select consent_document, count(*) from disbursement where consent_document like 'F-%' group by 1"),
    /** An order's approval, which reserves money. */
    APPROVAL(Service.POVERTY_PROJECT, "fund-approver", "/poverty-project/v1/disbursements/{id}/transitions", """
            select disbursement_id::text, count(*) from ledger_reservation group by 1""");

    private final Service service;
    private final String caller;
    private final String path;
    private final String found;

    Kind(Service service, String caller, String path, String found) {
        this.service = service;
        this.caller = caller;
        this.path = path;
        this.found = found;
    }

    public Service service() {
        return service;
    }

    public String caller() {
        return caller;
    }

    /** @param id of the resource that is moved; null where one is made */
    String path(String id) {
        return id == null ? path : path.replace("{id}", id);
    }

    /** A query of the service's database: each mark with the number of effects that bear it. */
    public String found() {
        return found;
    }
}
