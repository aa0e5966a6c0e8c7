package io.zhixing.city.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The money of the sample city: sources, what of them goes to which county, assistance projects with their budgets, and
 * the arrears and retained pension money that orders to the bank settle. All amounts are fen.
 */
public final class Funding {

    /** A funding document; {@code index} its place in {@link #sources()}. More is appropriated than is given out. */
    public record Source(int index, String code, String name, String category, String level, String purpose,
            long appropriationFen) {}

    /** What one county gets of one source. */
    public record Allocation(int index, Source source, Organization county, long amountFen) {}

    /** A part of a project's money. */
    public record BudgetPart(Allocation allocation, long amountFen) {}

    /** A project; {@code settles} holds the obligations that it pays off, none for an assistance project. */
    public record Project(int index, String code, String name, String category, Organization organization,
            String purpose,
            LocalDate drawnUpOn, List<BudgetPart> budget, List<Obligation> settles) {

        public long budgetFen() {
            return budget.stream().mapToLong(BudgetPart::amountFen).sum();
        }
    }

    /** Money owed to a village or a group, paid whole by one line of a payment order. */
    public record Obligation(int index, String kind, Organization county, String creditor, String documentNo,
            long dueFen) {}

    private static final int CREDITORS_PER_COUNTY = 20;
    private static final double RESERVE = 0.05;
    private static final int FIRST_DAYS = 240;

    private final Random random;
    private final List<Organization> counties;
    private final Map<Organization, List<Organization>> places = new HashMap<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<Allocation> allocations = new ArrayList<>();
    private final List<Project> projects = new ArrayList<>();
    private final List<Obligation> obligations = new ArrayList<>();

    private Funding(List<Organization> organizations, Random random) {
        this.random = random;
        this.counties = organizations.stream()
                .filter(one -> one.type() == Organization.Type.LOCAL_COMMITTEE && one.depth() == 1).toList();
        for (var county : counties) {
            var inCounty = new ArrayList<>(List.of(county));
            organizations.stream().filter(one -> one.type() == Organization.Type.PRIMARY_COMMITTEE
                    && one.isWithin(county) && one.areaCode().startsWith(county.areaCode())).forEach(inCounty::add);
            places.put(county, inCounty);
        }
    }

    static Funding of(List<Organization> organizations, double scale, Random random) {
        var funding = new Funding(organizations, random);
        funding.assistance(Campaign.scaled(Campaign.PROJECTS, scale),
                Campaign.scaledFen(Campaign.SPECIAL_FUND_FEN, scale), Campaign.scaledFen(Campaign.INVESTED_FEN, scale));
        funding.settlement("LAND_PENSION_RETAINED", "LAND_PENSION", "养老保障滞留资金",
                Campaign.scaledFen(Campaign.PENSION_FEN, scale));
        funding.settlement("LAND_COMPENSATION_ARREARS", "LAND_COMPENSATION", "征地补偿款",
                Campaign.scaledFen(Campaign.COMPENSATION_FEN, scale));
        return funding;
    }

    public List<Source> sources() {
        return sources;
    }

    public List<Allocation> allocations() {
        return allocations;
    }

    public List<Project> projects() {
        return projects;
    }

    public List<Obligation> obligations() {
        return obligations;
    }

    /** Each project is paid in part from the special fund and in part from others, each by way of its county. */
    private void assistance(int count, long specialFen, long investedFen) {
        var special = Shares.uneven(specialFen, count, random);
        var other = Shares.uneven(investedFen - specialFen, count, random);
        var specials = allocate(new Source(sources.size(), "2016-ZX-01", "2016年脱贫专项资金", "POVERTY_SPECIAL", "PROVINCE",
                "ASSISTANCE", withReserve(specialFen)), special);
        var others = allocate(new Source(sources.size(), "2016-BF-01", "2016年帮扶单位筹集资金", "SOCIAL_DONATION", "SOCIAL",
                "ASSISTANCE", withReserve(investedFen - specialFen)), other);
        for (int i = 0; i < count; i++) {
            var county = counties.get(i % counties.size());
            var inCounty = places.get(county);
            var place = inCounty.get(i / counties.size() % inCounty.size());
            var budget = new ArrayList<BudgetPart>();
            add(budget, specials.get(county), special[i]);
            add(budget, others.get(county), other[i]);
            projects.add(new Project(projects.size(), "BF-%05d".formatted(i + 1), place.name().replace("中共", "")
                    .replace("委员会", "") + "帮扶项目" + (i + 1), "ASSISTANCE", place, "ASSISTANCE",
                    Campaign.FROM.plusDays(random.nextInt(FIRST_DAYS)), List.copyOf(budget), List.of()));
        }
    }

    /** In each county one project pays off what is owed there, creditor by creditor. */
    private void settlement(String kind, String category, String name, long totalFen) {
        int creditors = counties.size() * CREDITORS_PER_COUNTY;
        var due = Shares.uneven(totalFen, creditors, random);
        var given = allocate(new Source(sources.size(), "2016-" + category, "2016年" + name, category, "CITY", category,
                withReserve(totalFen)), due);
        for (int c = 0; c < counties.size(); c++) {
            var county = counties.get(c);
            var owed = new ArrayList<Obligation>();
            for (int i = c; i < creditors; i += counties.size()) {
                if (due[i] > 0) {
                    owed.add(new Obligation(obligations.size() + owed.size(), kind, county,
                            "示例村集体" + (i + 1), "示例〔2015〕" + (i + 1) + "号", due[i]));
                }
            }
            obligations.addAll(owed);
            long sum = owed.stream().mapToLong(Obligation::dueFen).sum();
            projects.add(new Project(projects.size(), category + "-" + (c + 1), county.name().replace("中共", "")
                    .replace("委员会", "") + name + "清偿", "OBLIGATION_SETTLEMENT", county, category,
                    Campaign.FROM.plusDays(random.nextInt(FIRST_DAYS)),
                    List.of(new BudgetPart(given.get(county), sum)), List.copyOf(owed)));
        }
    }

    /** Item {@code i} belongs to county {@code i} modulo their number; each county gets the sum of its items. */
    private Map<Organization, Allocation> allocate(Source source, long[] items) {
        sources.add(source);
        var given = new HashMap<Organization, Allocation>();
        for (int c = 0; c < counties.size(); c++) {
            long sum = 0;
            for (int i = c; i < items.length; i += counties.size()) {
                sum += items[i];
            }
            if (sum > 0) {
                var allocation = new Allocation(allocations.size(), source, counties.get(c), sum);
                allocations.add(allocation);
                given.put(counties.get(c), allocation);
            }
        }
        return given;
    }

    private static void add(List<BudgetPart> budget, Allocation allocation, long fen) {
        if (fen > 0) {
            budget.add(new BudgetPart(allocation, fen));
        }
    }

    private static long withReserve(long fen) {
        return fen + Math.max(1, Math.round(fen * RESERVE));
    }
}
