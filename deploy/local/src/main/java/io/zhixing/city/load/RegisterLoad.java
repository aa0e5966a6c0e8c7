package io.zhixing.city.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.zhixing.city.sample.Division;
import io.zhixing.city.sample.Member;
import io.zhixing.city.sample.Organization;
import io.zhixing.city.sample.SampleCity;

/** The register: divisions one by one, organizations, members and posts by import, then every organization's activation. */
final class RegisterLoad {

    private static final int ROWS_PER_FILE = 20_000;
    private static final String CSV = "text/csv";
    private static final String ORGANIZATIONS = "/organization/v1/organizations";

    private final SampleCity city;
    private final Api api;
    private final Api office;
    private final String keyPrefix;
    private final Map<String, String> organizationIds = new ConcurrentHashMap<>();
    private final Map<String, String> memberIds = new HashMap<>();

    /** @param office a second person at the root, which has no superior to activate it */
    RegisterLoad(SampleCity city, Api api, Api office, String keyPrefix) {
        this.city = city;
        this.api = api;
        this.office = office;
        this.keyPrefix = keyPrefix;
    }

    void load(Crew crew) {
        crew.inTurn("行政区划", "divisions", levels(), one -> api.post("/organization/v1/divisions",
                Requests.division(one), keyPrefix + "division-" + one.code(), null));
        crew.job("党组织", "organizations", city.organizations().size(), bar -> {
            var root = city.organizations().get(0);
            var made = api.post(ORGANIZATIONS, Requests.organization(root), keyPrefix + "organization-0", null);
            organizationIds.put(root.code(), made.body().path("id").asText());
            bar.step();
            var others = city.organizations().subList(1, city.organizations().size());
            organizationIds.putAll(ImportCall.ids(new ImportCall(api, "organization", "organizations", CSV,
                    ROWS_PER_FILE).load(others.size(), Requests.ORGANIZATION_COLUMNS,
                            (place, file) -> Requests.organizationRow(others.get(place), file),
                            keyPrefix + "organizations", bar, ImportCall.Again.NEVER)));
        });
        crew.job("党员", "members", city.members().size(), bar -> memberIds.putAll(ImportCall.ids(
                new ImportCall(api, "organization", "members", CSV, ROWS_PER_FILE).load(city.members().size(),
                        Requests.MEMBER_COLUMNS, (place, file) -> Requests.memberRow(city.members().get(place), file),
                        keyPrefix + "members", bar, ImportCall.Again.NEVER))));
        crew.inTurn("党组织启用", "activations", depths(), this::activate);
        var posts = city.posts().all();
        crew.job("书记任职", "secretaries", posts.size(),
                bar -> new ImportCall(api, "organization", "posts", CSV, ROWS_PER_FILE).load(posts.size(),
                        Requests.POST_COLUMNS, (place, file) -> Requests.postRow(posts.get(place), file),
                        keyPrefix + "posts", bar, ImportCall.Again.NEVER));
    }

    String idOf(Organization organization) {
        return organizationIds.get(organization.code());
    }

    String idOf(Member member) {
        return memberIds.get(member.memberNumber());
    }

    /** An organization in preparation has version 1: nobody else has changed it. */
    private void activate(Organization one) {
        var superior = one.depth() == 0 ? office : api;
        superior.post(ORGANIZATIONS + "/" + idOf(one) + "/transitions", Requests.activation(one),
                keyPrefix + "activation-" + one.index(), "\"v1\"");
    }

    private List<List<Division>> levels() {
        var levels = new ArrayList<List<Division>>();
        for (var level : Division.Level.values()) {
            levels.add(city.divisions().all().stream().filter(one -> one.level() == level).toList());
        }
        return levels;
    }

    /** Superiors before those below them. */
    private List<List<Organization>> depths() {
        var depths = new ArrayList<List<Organization>>();
        for (var one : city.organizations()) {
            while (depths.size() <= one.depth()) {
                depths.add(new ArrayList<>());
            }
            depths.get(one.depth()).add(one);
        }
        return depths;
    }
}
