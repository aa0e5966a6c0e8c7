package io.zhixing.acceptance.faults.intent;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import io.zhixing.acceptance.faults.FaultCity;
import io.zhixing.city.launch.Service;
import io.zhixing.city.sample.Member;
import io.zhixing.city.sample.Organization;
import io.zhixing.city.sample.Organization.Type;

/** What clients of a city would write next; the seed decides kinds and order. Every call is one that must succeed. */
public final class Writings {

    private static final LocalDate DAY = Identities.ON_ROLL_FROM;
    private static final List<String> POSTS = List.of("ORGANIZATION_COMMISSIONER", "PUBLICITY_COMMISSIONER",
            "DISCIPLINE_COMMISSIONER", "COMMITTEE_MEMBER");
    private static final int ATTENDEES = 3;

    private final FaultCity city;
    private final SplittableRandom random;
    private final Identities identities;
    private final List<Organization> branches;
    private final List<Organization> homes;
    private final List<Organization> counties;
    private final List<Member> members;
    private final Map<Organization, List<Member>> rolls;
    private final AtomicLong numbers = new AtomicLong();
    private final Queue<Entry> held = new ConcurrentLinkedQueue<>();
    private int posts;
    private int organizations;

    public Writings(FaultCity city, Identities identities, long seed) {
        this.city = city;
        this.identities = identities;
        this.random = new SplittableRandom(seed);
        var sample = city.sample();
        branches = sample.organizations().stream().filter(Organization::isBranch).toList();
        homes = sample.organizations().stream().filter(one -> one.type() == Type.PRIMARY_COMMITTEE).toList();
        counties = sample.organizations().stream()
                .filter(one -> one.type() == Type.LOCAL_COMMITTEE && one.depth() == 1).toList();
        members = sample.members().stream().filter(one -> one.isOnRoll(DAY)).toList();
        rolls = members.stream().collect(Collectors.groupingBy(Member::branch));
    }

    /** A number that no other intent has. */
    public long number() {
        return numbers.incrementAndGet();
    }

    synchronized Intent next(Service service) {
        int lot = random.nextInt(100);
        return switch (service) {
            case SESSION -> session();
            case POVERTY_PROJECT -> lot < 50 ? allocation() : order(1);
            default -> lot < 40
                    ? member()
                    : lot < 70 ? post() : lot < 90 && !held.isEmpty() ? leaving() : organization();
        };
    }

    /** A post that was taken can be left. */
    void took(Entry post) {
        held.add(post);
    }

    private Intent member() {
        var branch = any(branches);
        var person = identities.in(branch);
        long number = number();
        return Intent.making(number, Kind.MEMBER, mark(number), body("memberNumber", mark(number), "name",
                person.name(), "idNumber", person.idNumber(), "sexCode", person.sexCode(), "ethnicityCode",
                person.ethnicityCode(), "birthDate", person.birthDate().toString(), "memberType", "FULL", "joinedOn",
                person.joinedOn().toString(), "fullSince", person.fullSince().toString(), "organizationId",
                city.loader().idOf(branch), "onRollFrom", DAY.toString()));
    }

    /** Each member takes each post of each branch once at most; appointed, since nobody elects those on probation. */
    private Intent post() {
        int turn = posts++;
        var holder = members.get(turn % members.size());
        var post = POSTS.get(turn / members.size() % POSTS.size());
        var organization = branches.get(Math.floorMod(holder.index() + turn / members.size() / POSTS.size(),
                branches.size()));
        var member = city.loader().idOf(holder);
        var branch = city.loader().idOf(organization);
        return Intent.making(number(), Kind.POST, member + " " + branch + " " + post, body("memberId", member,
                "organizationId", branch, "post", post, "from", DAY.toString(), "basis", "APPOINTED"));
    }

    private Intent leaving() {
        var post = held.remove();
        return Intent.moving(number(), Kind.LEAVING, post.id(), post.version(),
                body("transition", "leave", "on", DAY.plusDays(30).toString()));
    }

    /** From the highest code downwards: the sample city counts upwards. */
    private Intent organization() {
        int turn = organizations++;
        var parent = homes.get(turn % homes.size());
        var code = parent.code() + "%03d".formatted(999 - turn / homes.size());
        return Intent.making(number(), Kind.ORGANIZATION, code, body("code", code, "name", "示例支部" + code, "type",
                "BRANCH", "sector", parent.sector(), "areaCode", parent.areaCode(), "parentId",
                city.loader().idOf(parent), "establishedOn", DAY.toString()));
    }

    private Intent session() {
        var host = any(branches);
        long number = number();
        var day = DAY.plusDays(random.nextInt(200));
        return Intent.making(number, Kind.SESSION, mark(number), body("organizationId", city.loader().idOf(host),
                "type", "COLLECTIVE_STUDY", "contents", List.of("COLLECTIVE_STUDY"), "startedAt",
                day + "T19:30:00+08:00", "endedAt", day + "T21:00:00+08:00", "place", mark(number), "topicRecord",
                "学习专题", "discussionRecord", "联系本单位实际讨论", "outcomeRecord", "明确下一步做法", "attendance",
                rolls.get(host).stream().limit(ATTENDEES)
                        .map(member -> Map.of("memberId", city.loader().idOf(member), "state", "PRESENT")).toList()));
    }

    private Intent allocation() {
        var county = any(counties);
        long number = number();
        return Intent.making(number, Kind.ALLOCATION, mark(number),
                body("fundSourceId", city.purse().source(), "organizationId",
                        city.loader().idOf(county), "countyCode", county.areaCode(), "documentNo", mark(number),
                        "amountFen",
                        1, "on", DAY.toString()));
    }

    /** A submitted order on the one budget. */
    public synchronized Intent order(long fen) {
        long number = number();
        return Intent.making(number, Kind.ORDER, mark(number), body("budgetId", city.purse().budget(), "stage",
                "DIRECT_TO_BENEFICIARY", "amountFen", fen, "consentDocument", mark(number), "on", DAY.toString(),
                "submittedOn", DAY.toString(), "lines", List.of(Map.of("payeeName", "示例收款单位", "amountFen", fen))));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String mark(long number) {
        return "F-" + number;
    }

    private static Map<String, Object> body(Object... namesAndValues) {
        var body = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return body;
    }
}
