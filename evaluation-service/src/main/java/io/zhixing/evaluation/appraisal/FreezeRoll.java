package io.zhixing.evaluation.appraisal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.evaluation.EvaluationProblems;
import io.zhixing.evaluation.Roles;
import io.zhixing.evaluation.year.AppraisalYears;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Shanghai;

/** freeze-roll 冻结名册: opens a round with the organization's roll of the city's day of reckoning. */
@RequestScoped
public class FreezeRoll {

    private final Access access;
    private final Clock clock;
    private final AppraisalYears years;
    private final AppraisalRounds rounds;
    private final Rolls rolls;
    private final Outbox outbox;

    FreezeRoll(Access access, Clock clock, AppraisalYears years, AppraisalRounds rounds, Rolls rolls,
            Outbox outbox) {
        this.access = access;
        this.clock = clock;
        this.years = years;
        this.rounds = rounds;
        this.rolls = rolls;
        this.outbox = outbox;
    }

    /**
     * @param expectedRoll how many members the caller knows on the roll; {@code ROLL_NOT_YET_KNOWN} when events are still on
     *        their way and fewer or more are known here; null when he does not say
     * @param on not before the day of reckoning, nor before the round that is superseded was confirmed, and not after today
     */
    public AppraisalRound handle(String organization, int year, UUID supersedes, Integer expectedRoll, LocalDate on) {
        var host = access.locate(organization, Place.pointer("/organization"));
        access.require(host.path(), Roles.SECRETARY, Roles.SYSTEM);
        var asOf = years.ofCityAbove(host.path(), year)
                .orElseThrow(() -> EvaluationProblems.YEAR_NOT_SET.about(year)).asOf();
        var earliest = supersedes == null ? asOf : confirmed(supersedes, host.id(), year).lastStepOn();
        if (on.isBefore(earliest) || on.isAfter(Shanghai.today(clock))) {
            throw new ProblemException(List.of(
                    PlatformProblems.TRANSITION_DAY_INVALID.at(Place.pointer("/on"), earliest)));
        }
        var roll = rolls.ofDay(host.id(), asOf, supersedes);
        if (roll.isEmpty()) {
            throw EvaluationProblems.ROLL_EMPTY.about(asOf);
        }
        if (expectedRoll != null && expectedRoll != roll.size()) {
            throw EvaluationProblems.ROLL_NOT_YET_KNOWN.about(roll.size(), expectedRoll);
        }
        var round = new AppraisalRound(host.id(), host.path(), year, asOf, supersedes, roll, on);
        rounds.persistAndFlush(round);
        rolls.freeze(round, roll);
        outbox.append(round.changed(), round.path());
        return round;
    }

    /** The round that is to be corrected; what corrects it is not of an earlier day. */
    private AppraisalRound confirmed(UUID superseded, UUID organizationId, int year) {
        var round = rounds.findByIdOptional(superseded)
                .orElseThrow(() -> new ProblemException(List.of(PlatformProblems.REFERENCE_UNKNOWN
                        .at(Place.pointer("/supersedesRoundId"), superseded))));
        if (!round.organizationId().equals(organizationId) || round.year() != year
                || round.state() != RoundState.CONFIRMED) {
            throw EvaluationProblems.ROUND_NOT_SUPERSEDABLE.about();
        }
        return round;
    }
}
