package io.zhixing.city.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A whole fictitious city of a given size: the same seed and scale give the same city on every computer, whatever the
 * services do with it.
 */
public final class SampleCity {

    private final long seed;
    private final double scale;
    private final Divisions divisions;
    private final List<Organization> organizations;
    private final List<Member> members;
    private final Posts posts;
    private final List<Session> sessions;
    private final Attendance attendance;
    private final List<Appraisal> appraisals;
    private final Funding funding;
    private final List<Term> terms;
    private final List<DuesRecord> dues;
    private final Stays stays;
    private final List<Transfer> transfers;
    private final List<Finding> findings;

    private SampleCity(long seed, double scale) {
        this.seed = seed;
        this.scale = scale;
        divisions = Divisions.of(scale);
        organizations = OrganizationTree.of(divisions, Campaign.scaled(Campaign.ORGANIZATIONS, scale), random(1));
        var branches = organizations.stream().filter(Organization::isBranch).toList();
        members = Roll.of(branches, Campaign.scaled(Campaign.MEMBERS, scale), seed, random(2));
        Map<Organization, List<Member>> rolls = members.stream().collect(Collectors.groupingBy(Member::branch));
        posts = Posts.of(organizations, rolls, random(3));
        sessions = Sessions.of(branches, rolls, posts, scale, random(4));
        attendance = new Attendance(seed, branches, rolls, neighbours(branches));
        appraisals = Appraisals.of(branches, rolls, scale, random(5));
        funding = Funding.of(organizations, scale, random(6));
        terms = Terms.of(organizations, random(7));
        dues = Dues.of(members, random(8));
        stays = Stays.of(organizations, rolls, random(9));
        transfers = TransferBook.of(organizations, rolls, stays, random(10));
        findings = Findings.of(members, random(11));
    }

    /** A city of {@code scale} times the article's size, above 0 and at most 1. */
    public static SampleCity of(long seed, double scale) {
        return new SampleCity(seed, scale);
    }

    public long seed() {
        return seed;
    }

    public double scale() {
        return scale;
    }

    public Divisions divisions() {
        return divisions;
    }

    public List<Organization> organizations() {
        return organizations;
    }

    public List<Member> members() {
        return members;
    }

    public Posts posts() {
        return posts;
    }

    public List<Session> sessions() {
        return sessions;
    }

    public Attendance attendance() {
        return attendance;
    }

    public List<Appraisal> appraisals() {
        return appraisals;
    }

    public Funding funding() {
        return funding;
    }

    public List<Term> terms() {
        return terms;
    }

    /** Of every member, in the order of {@link #members()}. */
    public List<DuesRecord> dues() {
        return dues;
    }

    public Stays stays() {
        return stays;
    }

    public List<Transfer> transfers() {
        return transfers;
    }

    public List<Finding> findings() {
        return findings;
    }

    /** Each part draws from its own numbers: one more session does not change a member. */
    private Random random(int part) {
        return new Random(seed * 1_000_003 + part);
    }

    private static Map<Organization, Organization> neighbours(List<Organization> branches) {
        var neighbours = new HashMap<Organization, Organization>();
        for (int i = 0; i < branches.size(); i++) {
            neighbours.put(branches.get(i), branches.get((i + 1) % branches.size()));
        }
        return neighbours;
    }
}
