package io.zhixing.organization.election;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.rule.Rule;
import io.zhixing.organization.rule.Rules;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;

/**
 * When an election is valid, in whole numbers. Source: 基层组织选举工作暂行条例, 1990 (more than four fifths), and 基层组织选举工作条例,
 * 2020 (four fifths or more); elected is who has the approval of more than half of those entitled. Who has no rights of his
 * own in the Party on the day stands for no post: 中国共产党章程, a probationary member is not elected (A), and neither is who has
 * left or whose membership is suspended.
 */
@ApplicationScoped
class ElectionPolicy {

    private static final String ELECTION = "ELECTION";
    private static final int FIFTHS = 5;
    private static final int PERCENT = 100;

    private final Rules rules;

    ElectionPolicy(Rules rules) {
        this.rules = rules;
    }

    /** @param electable those of the candidates whom the caller sees, to whether each could be elected on the day */
    void judge(TermElection election, ElectionMove stated, int entitled, Map<UUID, Boolean> electable) {
        int present = stated.present();
        var faults = new Faults()
                .addIf(present > entitled,
                        OrganizationProblems.ELECTION_ATTENDANCE_WRONG.at(Place.pointer("/present"), present,
                                entitled));
        unmetQuorum(present, entitled, stated.on()).ifPresent(rule -> faults.add(
                OrganizationProblems.ELECTION_WITHOUT_QUORUM.at(Place.pointer("/present"), present, entitled,
                        rule.source())));
        candidates(stated, entitled, electable, faults);
        long elected = stated.candidates().stream().filter(Candidate::elected).count();
        faults.addIf(elected > election.seats(), OrganizationProblems.ELECTION_TOO_MANY_ELECTED
                .at(Place.pointer("/candidates"), elected, election.seats()));
        int fewest = stated.candidates().stream().filter(Candidate::elected).mapToInt(Candidate::votes).min()
                .orElse(Integer.MAX_VALUE);
        each(stated, (candidate, place) -> faults.addIf(
                !candidate.elected() && isMajority(candidate.votes(), entitled) && candidate.votes() >= fewest,
                OrganizationProblems.ELECTION_ORDER_WRONG.at(Place.pointer(place))));
        faults.refuse();
    }

    private static void candidates(ElectionMove stated, int entitled, Map<UUID, Boolean> electable,
            Faults faults) {
        var once = new HashSet<UUID>();
        each(stated, (candidate, place) -> faults
                .addIf(!electable.containsKey(candidate.memberId()),
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer(place + "/memberId"),
                                candidate.memberId()))
                .addIf(!electable.getOrDefault(candidate.memberId(), true),
                        OrganizationProblems.MEMBER_NOT_ELECTABLE.at(Place.pointer(place + "/memberId"), stated.on()))
                .addIf(!once.add(candidate.memberId()),
                        OrganizationProblems.CANDIDATE_REPEATED.at(Place.pointer(place + "/memberId")))
                .addIf(candidate.votes() > stated.present(),
                        OrganizationProblems.ELECTION_VOTES_OVER_PRESENT.at(Place.pointer(place + "/votes"),
                                candidate.votes(), stated.present()))
                .addIf(candidate.elected() && !isMajority(candidate.votes(), entitled),
                        OrganizationProblems.ELECTION_MAJORITY_MISSING.at(Place.pointer(place), candidate.votes(),
                                entitled)));
    }

    @FunctionalInterface
    private interface Judged {

        void at(Candidate candidate, String place);
    }

    private static void each(ElectionMove stated, Judged judged) {
        IntStream.range(0, stated.candidates().size())
                .forEach(i -> judged.at(stated.candidates().get(i), "/candidates/" + i));
    }

    private static boolean isMajority(int votes, int entitled) {
        return 2 * votes > entitled;
    }

    /** The rule of the day that so many present do not meet. */
    private Optional<Rule> unmetQuorum(int present, int entitled, LocalDate on) {
        return rules.inForce("ELECTION_QUORUM_FIFTHS_EXCLUSIVE", ELECTION, on)
                .filter(rule -> FIFTHS * present <= rule.value() * entitled)
                .or(() -> rules.inForce("ELECTION_QUORUM_FIFTHS", ELECTION, on)
                        .filter(rule -> FIFTHS * present < rule.value() * entitled));
    }

    /** Whether there were fewer candidates over the seats than the rule generally asks for. */
    boolean isSurplusShort(TermElection election, ElectionMove stated) {
        return rules.inForce("ELECTION_SURPLUS_PERCENT", ELECTION, stated.on())
                .filter(rule -> PERCENT * (stated.candidates().size() - election.seats()) < rule.value()
                        * election.seats())
                .isPresent();
    }

    /** The rule that stands against delegates with so few members; empty when they may elect. */
    Optional<Rule> againstDelegates(int members, LocalDate on) {
        return rules.inForce("ELECTION_DELEGATES_FROM_MEMBERS", ELECTION, on).filter(rule -> members < rule.value());
    }
}
