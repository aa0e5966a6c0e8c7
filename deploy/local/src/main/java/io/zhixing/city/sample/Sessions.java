package io.zhixing.city.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.zhixing.city.sample.Session.Lecture;

/**
 * The campaign's sessions: nine topic discussions (专题学习讨论) in every branch and further collective study, themed days
 * (主题党日) with lecture and dues, lectures by others than secretaries, and meetings without study.
 */
final class Sessions {

    private static final int DISCUSSIONS_PER_BRANCH = 9;
    private static final int PERCENT_THEMED_DAYS = 80;
    private static final int PERCENT_BY_SUPERIOR = 20;
    private static final int PERCENT_WITH_SECOND_LECTURE = 10;
    private static final double LECTURES_BY_OTHERS_SHARE = 0.05;
    private static final double OTHER_MEETINGS_SHARE = 0.01;
    private static final int DAYS = Math.toIntExact(Campaign.TO.toEpochDay() - Campaign.FROM.toEpochDay()) + 1;
    private static final List<String> STUDY = List.of("COLLECTIVE_STUDY");
    private static final List<String> LECTURE = List.of("LECTURE");

    private final List<Session> all = new ArrayList<>();
    private final List<Organization> hosts;
    private final Map<Organization, List<Member>> rolls;
    private final Posts posts;
    private final Random random;
    private int turn;

    private Sessions(List<Organization> branches, Map<Organization, List<Member>> rolls, Posts posts, Random random) {
        this.hosts = new ArrayList<>(branches);
        this.rolls = rolls;
        this.posts = posts;
        this.random = random;
        Collections.shuffle(hosts, random);
    }

    /** Neighbours in the list have different hosts. */
    static List<Session> of(List<Organization> branches, Map<Organization, List<Member>> rolls, Posts posts,
            double scale, Random random) {
        var sessions = new Sessions(branches, rolls, posts, random);
        int lectures = Campaign.scaled(Campaign.SECRETARY_LECTURES, scale);
        int collective = Campaign.scaled(Campaign.COLLECTIVE_SESSIONS, scale);
        sessions.collectiveStudy(collective);
        sessions.secretaryLectures(lectures);
        sessions.lecturesByOthers(Math.max(1, Campaign.scaled(lectures, LECTURES_BY_OTHERS_SHARE)));
        sessions.otherMeetings(Math.max(1, Campaign.scaled(collective, OTHER_MEETINGS_SHARE)));
        return List.copyOf(sessions.all);
    }

    private void collectiveStudy(int count) {
        int discussions = Math.min(count, hosts.size() * DISCUSSIONS_PER_BRANCH);
        for (int i = 0; i < discussions; i++) {
            int slot = i / hosts.size();
            var day = Campaign.FROM.plusDays(slot * DAYS / DISCUSSIONS_PER_BRANCH
                    + random.nextInt(DAYS / DISCUSSIONS_PER_BRANCH));
            add(nextHost(), "TOPIC_DISCUSSION", STUDY, day, List.of());
        }
        for (int i = discussions; i < count; i++) {
            var contents = i % 2 == 0 ? STUDY : List.of("DEMOCRATIC_DISCUSSION");
            add(nextHost(), "COLLECTIVE_STUDY", contents, anyDay(), List.of());
        }
    }

    private void secretaryLectures(int count) {
        for (int i = 0; i < count; i++) {
            var host = nextHost();
            var day = anyDay();
            boolean bySuperior = random.nextInt(100) < PERCENT_BY_SUPERIOR;
            var lecturer = posts.secretaryOn(bySuperior ? host.parent() : host, day);
            var lectures = new ArrayList<>(List.of(new Lecture(lecturer, null, null, 45)));
            if (random.nextInt(100) < PERCENT_WITH_SECOND_LECTURE) {
                lectures.add(byAnother(host, day));
            }
            if (random.nextInt(100) < PERCENT_THEMED_DAYS) {
                add(host, "THEMED_PARTY_DAY", List.of("LECTURE", "DUES"), day, lectures);
            } else {
                add(host, "PARTY_LECTURE", LECTURE, day, lectures);
            }
        }
    }

    private void lecturesByOthers(int count) {
        for (int i = 0; i < count; i++) {
            var host = nextHost();
            var day = anyDay();
            add(host, "PARTY_LECTURE", LECTURE, day, List.of(byAnother(host, day)));
        }
    }

    private void otherMeetings(int count) {
        for (int i = 0; i < count; i++) {
            add(nextHost(), "BRANCH_GENERAL_MEETING", List.of("DEMOCRATIC_DISCUSSION"), anyDay(), List.of());
        }
    }

    /**
     * A lecture that does not count for the secretaries: by one who had left the post or was to take it, by a member, by
     * somebody from outside.
     */
    private Lecture byAnother(Organization host, LocalDate day) {
        var held = posts.of(host).stream().map(PostHolding::holder).filter(one -> !posts.isSecretaryOn(one, day))
                .findFirst();
        if (held.isPresent()) {
            return new Lecture(held.get(), null, null, 30);
        }
        if (random.nextBoolean()) {
            return new Lecture(null, "示例党校教师", null, 30);
        }
        var office = random.nextInt(4) == 0 ? "示例单位负责人" : null;
        return rolls.get(host).stream().filter(one -> one.isOnRoll(day) && !posts.isSecretaryOn(one, day)).findFirst()
                .map(one -> new Lecture(one, null, office, 30)).orElseGet(() -> new Lecture(null, "示例党校教师", null, 30));
    }

    private void add(Organization host, String type, List<String> contents, LocalDate day, List<Lecture> lectures) {
        var startedAt = LocalTime.of(7 + random.nextInt(13), random.nextInt(2) * 30);
        all.add(new Session(all.size(), host, type, contents, day, startedAt, 60 + 30 * random.nextInt(3), lectures));
    }

    private Organization nextHost() {
        return hosts.get(turn++ % hosts.size());
    }

    private LocalDate anyDay() {
        return Campaign.FROM.plusDays(random.nextInt(DAYS));
    }
}
