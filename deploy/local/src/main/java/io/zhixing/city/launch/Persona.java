package io.zhixing.city.launch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.zhixing.city.sample.Organization;
import io.zhixing.city.sample.SampleCity;

/**
 * A ready-made caller of the local city: a client of the identity provider with its grants, and for people the member
 * they are, once the sample city is loaded.
 *
 * @param memberNumber of the member; null for machines and offices
 */
public record Persona(String client, String zh, String en, Map<String, String> grants, String memberNumber,
        FirstCall firstCall) {

    private static final String ROOT = "001";
    private static final String TREE = "/organization/v1/organizations?organization=";

    /** The people and machines of the city; those at a branch belong to the first branch of the first county. */
    public static List<Persona> of(SampleCity city) {
        var county = city.organizations().stream().filter(one -> one.depth() == 1).findFirst().orElseThrow();
        var branch = city.organizations().stream().filter(one -> one.isBranch() && one.isWithin(county)).findFirst()
                .or(() -> city.organizations().stream().filter(Organization::isBranch).findFirst()).orElseThrow();
        var roll = city.members().stream().filter(one -> one.branch().equals(branch)).toList();
        return List.of(
                new Persona("loader", "载入程序", "machine that loads data",
                        grants("SYSTEM_CLIENT", ROOT, "CAMPAIGN_OFFICER", ROOT, "FUND_REQUESTER", ROOT), null,
                        FirstCall.get(TREE + ROOT)),
                new Persona("city-office", "市委协调小组办公室", "city office", grants("CAMPAIGN_OFFICER", ROOT), null,
                        FirstCall.get(TREE + ROOT)),
                new Persona("city-deputy", "市委协调小组办公室副主任（复核）",
                        "deputy of the city office, who confirms what it proposed",
                        grants("CAMPAIGN_OFFICER", ROOT), null, FirstCall.get("/organization/v1/work-items")),
                new Persona("county-administrator", "县级管理员（" + county.name() + "）", "county administrator",
                        grants("CAMPAIGN_OFFICER", county.code()), null, FirstCall.get(TREE + county.code())),
                new Persona("branch-secretary", "党支部书记（" + branch.name() + "）", "branch secretary",
                        grants("BRANCH_SECRETARY", branch.code()), roll.get(0).memberNumber(),
                        FirstCall.get("/organization/v1/members?organization=" + branch.code())),
                new Persona("member", "党员（" + branch.name() + "）", "member", grants("MEMBER", branch.code()),
                        roll.get(roll.size() - 1).memberNumber(), FirstCall.get("/organization/v1/members")),
                new Persona("fund-requester", "项目申报人（" + county.name() + "）",
                        "draws up projects and payment orders", grants("FUND_REQUESTER", county.code()), null,
                        FirstCall.get("/poverty-project/v1/projects")),
                new Persona("fund-approver", "资金审批人", "approver of projects and payment orders",
                        grants("FUND_APPROVER", ROOT), null, FirstCall.get("/poverty-project/v1/projects")),
                new Persona("fund-cashier", "财政出纳", "cashier of funds", grants("FUND_CASHIER", ROOT), null,
                        FirstCall.get("/poverty-project/v1/disbursements")),
                new Persona("project-acceptor", "验收组", "accepts completed projects", grants("PROJECT_ACCEPTOR", ROOT),
                        null, FirstCall.get("/poverty-project/v1/projects?state=COMPLETED")),
                new Persona("supervisor", "督导员", "supervisor, who suspends projects and freezes sources",
                        grants("SUPERVISOR", ROOT), null, FirstCall.get("/poverty-project/v1/fund-sources")),
                new Persona("money-auditor", "资金审计", "reads the ledger, writes nothing", grants("MONEY_AUDITOR", ROOT),
                        null, FirstCall.get("/poverty-project/v1/fund-sources")),
                new Persona("identity-clerk", "证件核对员", "finds members by ID number and is shown numbers",
                        grants("IDENTITY_CHECKER", ROOT, "IDENTITY_REVEALER", ROOT), null,
                        FirstCall.post("/organization/v1/members/id-numbers/lookup",
                                "{\"idNumber\":\"999999190001010015\"}")),
                new Persona("reader", "查阅人员", "reader", grants("READER", ROOT), null, FirstCall.get(TREE + ROOT)),
                new Persona("system-administrator", "系统管理员", "system administrator",
                        grants("SYSTEM_ADMINISTRATOR", ROOT), null,
                        FirstCall.get("/organization/v1/event-consumers")),
                new Persona("security-administrator", "安全管理员", "security administrator",
                        grants("SECURITY_ADMINISTRATOR", ROOT), null, FirstCall.refused(TREE + ROOT)),
                new Persona("audit-administrator", "审计管理员", "audit administrator", grants("AUDIT_ADMINISTRATOR", ROOT),
                        null, FirstCall.get("/organization/v1/audit-entries")));
    }

    /** What its tokens say; {@code members} gives the ids of the members who are loaded. */
    public Map<String, Object> claims(Map<String, String> members) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("aud", List.of("zhixing"));
        claims.put("sub", client);
        claims.put("client_id", client);
        claims.put("scope", String.join(" ", scopes()));
        claims.put("zhixing_grants", grants.entrySet().stream()
                .map(grant -> Map.of("role", grant.getKey(), "organization", grant.getValue())).toList());
        if (memberNumber != null && members.containsKey(memberNumber)) {
            claims.put("zhixing_member", members.get(memberNumber));
        }
        return claims;
    }

    /** Role @ organization, as the entry page and the end of the start show it. */
    public String rights() {
        var rights = new ArrayList<String>();
        grants.forEach((role, organization) -> rights.add(role + " @ " + organization));
        return String.join(", ", rights);
    }

    private static List<String> scopes() {
        var scopes = new ArrayList<String>();
        for (var service : Service.values()) {
            scopes.add(service.prefix() + ":read");
            scopes.add(service.prefix() + ":write");
        }
        return scopes;
    }

    private static Map<String, String> grants(String... rolesAndOrganizations) {
        var grants = new LinkedHashMap<String, String>();
        for (int i = 0; i < rolesAndOrganizations.length; i += 2) {
            grants.put(rolesAndOrganizations[i], rolesAndOrganizations[i + 1]);
        }
        return grants;
    }
}
