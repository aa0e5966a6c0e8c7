package io.zhixing.city.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.zhixing.city.sample.Organization.Type;

/**
 * Builds the tree: city committee, eight county committees, working committees and leading groups at every scale, and
 * below them as many primary committees, general branches and branches as the scale asks for.
 */
final class OrganizationTree {

    private static final String HIGH_TECH_ZONE = "441284450";
    private static final double PRIMARY_COMMITTEE_SHARE = 0.07;
    private static final double GENERAL_BRANCH_SHARE = 0.06;
    private static final double TOWN_COMMITTEE_SHARE = 0.75;
    private static final List<String> UNIT_SECTORS = List.of("CITY_ORGAN", "EDUCATION", "STATE_OWNED_ENTERPRISE",
            "NON_PUBLIC_ENTERPRISE", "SOCIAL_ORGANIZATION");
    private static final List<String> UNIT_NAMES = List.of("示例机关", "示例学校", "示例国企", "示例民企", "示例协会");

    private final List<Organization> all = new ArrayList<>();
    private final Map<Organization, Integer> children = new HashMap<>();
    private final Divisions divisions;
    private final Random random;

    private OrganizationTree(Divisions divisions, Random random) {
        this.divisions = divisions;
        this.random = random;
    }

    /** Parents come before their children; {@code counted} of the organizations are of the counted types. */
    static List<Organization> of(Divisions divisions, int counted, Random random) {
        var tree = new OrganizationTree(divisions, random);
        var upper = tree.upperTree();
        int primary = Math.max(1, Math.toIntExact(Math.round(counted * PRIMARY_COMMITTEE_SHARE)));
        int general = Math.max(1, Math.toIntExact(Math.round(counted * GENERAL_BRANCH_SHARE)));
        var primaryCommittees = tree.primaryCommittees(upper, primary);
        var homes = new ArrayList<Organization>(primaryCommittees);
        homes.addAll(tree.generalBranches(primaryCommittees, general));
        upper.stream().filter(one -> one.type() == Type.WORKING_COMMITTEE).forEach(homes::add);
        tree.branches(homes, counted - primary - general);
        return List.copyOf(tree.all);
    }

    /** City, counties, working committees, leading groups; the answer holds those that may have primary committees. */
    private List<Organization> upperTree() {
        var city = divisions.of(Division.Level.CITY).get(0);
        var root = add(null, "中共" + city.name() + "委员会", Type.LOCAL_COMMITTEE, "CITY_ORGAN", city.code(), 1990);
        var upper = new ArrayList<Organization>();
        for (var county : divisions.of(Division.Level.COUNTY)) {
            upper.add(add(root, "中共" + county.name() + "委员会", Type.LOCAL_COMMITTEE, "CITY_ORGAN", county.code(), 1991));
        }
        var counties = List.copyOf(upper);
        upper.add(add(root, "中共肇庆高新技术产业开发区工作委员会", Type.WORKING_COMMITTEE, "CITY_ORGAN", HIGH_TECH_ZONE, 1992));
        upper.add(add(root, "中共肇庆市直属机关工作委员会", Type.WORKING_COMMITTEE, "CITY_ORGAN", city.code(), 1992));
        upper.add(add(root, "中共肇庆市国有企业工作委员会", Type.WORKING_COMMITTEE, "STATE_OWNED_ENTERPRISE", city.code(), 1993));
        upper.add(add(root, "中共肇庆市非公有制经济组织和社会组织工作委员会", Type.WORKING_COMMITTEE, "NON_PUBLIC_ENTERPRISE", city.code(),
                1994));
        for (int i = 1; i <= 6; i++) {
            add(root, "中共肇庆市示例单位" + i + "党组", Type.LEADING_GROUP, "CITY_ORGAN", city.code(), 1995);
        }
        for (var county : counties) {
            add(county, county.name().replace("委员会", "") + "示例单位党组", Type.LEADING_GROUP, "CITY_ORGAN",
                    county.areaCode(),
                    1995);
        }
        return upper;
    }

    private List<Organization> primaryCommittees(List<Organization> upper, int count) {
        var counties = upper.stream().filter(one -> one.type() == Type.LOCAL_COMMITTEE).toList();
        var towns = townsByTurns(counties);
        int townCommittees = Math.min(towns.size(), (int) Math.ceil(count * TOWN_COMMITTEE_SHARE));
        var committees = new ArrayList<Organization>();
        for (var town : towns.subList(0, townCommittees)) {
            var county = counties.stream().filter(one -> one.areaCode().equals(town.parentCode())).findFirst()
                    .orElseThrow();
            var sector = town.name().endsWith("街道") ? "URBAN_COMMUNITY" : "RURAL";
            committees.add(
                    add(county, "中共" + town.name() + "委员会", Type.PRIMARY_COMMITTEE, sector, town.code(),
                            year(1996, 5)));
        }
        for (int i = 0; committees.size() < count; i++) {
            var parent = upper.get((i * 5 + 8) % upper.size());
            int unit = i % UNIT_NAMES.size();
            committees.add(add(parent, "中共" + UNIT_NAMES.get(unit) + (i + 1) + "委员会", Type.PRIMARY_COMMITTEE,
                    UNIT_SECTORS.get(unit), parent.areaCode(), year(1996, 5)));
        }
        return committees;
    }

    /** The first town of each county, then the second of each, and so on; the zone has its working committee. */
    private List<Division> townsByTurns(List<Organization> counties) {
        var byCounty = counties.stream().map(county -> divisions.children(county.areaCode())).toList();
        var towns = new ArrayList<Division>();
        for (int turn = 0; turn < divisions.of(Division.Level.TOWN).size(); turn++) {
            for (var inCounty : byCounty) {
                if (turn < inCounty.size() && !inCounty.get(turn).code().equals(HIGH_TECH_ZONE)) {
                    towns.add(inCounty.get(turn));
                }
            }
        }
        return towns;
    }

    private List<Organization> generalBranches(List<Organization> committees, int count) {
        var general = new ArrayList<Organization>();
        for (int i = 0; i < count; i++) {
            var parent = committees.get(i % committees.size());
            general.add(add(parent, within(parent) + "第" + number(parent) + "党总支", Type.GENERAL_BRANCH, parent.sector(),
                    parent.areaCode(), year(2001, 4)));
        }
        return general;
    }

    private void branches(List<Organization> homes, int count) {
        for (int i = 0; i < count; i++) {
            var parent = homes.get(i < homes.size() ? i : random.nextInt(homes.size()));
            add(parent, within(parent) + "第" + number(parent) + "党支部", Type.BRANCH, parent.sector(), branchArea(parent),
                    year(2005, 10));
        }
    }

    /** A branch of a town works in one of its villages, if the sample has any there. */
    private String branchArea(Organization parent) {
        var villages = divisions.children(parent.areaCode());
        return villages.isEmpty() || villages.get(0).level() != Division.Level.VILLAGE
                ? parent.areaCode()
                : villages.get(number(parent) % villages.size()).code();
    }

    private Organization add(Organization parent, String name, Type type, String sector, String areaCode, int year) {
        int number = parent == null ? 1 : children.merge(parent, 1, Integer::sum);
        var code = (parent == null ? "" : parent.code()) + "%03d".formatted(number);
        var day = LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
        var organization = new Organization(all.size(), code, name, type, sector, areaCode, parent, day);
        all.add(organization);
        return organization;
    }

    /** The number that the next child of this organization gets. */
    private int number(Organization parent) {
        return children.getOrDefault(parent, 0) + 1;
    }

    private int year(int first, int count) {
        return first + random.nextInt(count);
    }

    private static String within(Organization parent) {
        return parent.name().replace("中共", "").replace("工作委员会", "").replace("委员会", "");
    }
}
