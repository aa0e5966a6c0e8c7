package io.zhixing.evaluation.appraisal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.evaluation.Roles;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.figures.Figures;
import io.zhixing.platform.figures.FreshnessTable;
import io.zhixing.platform.time.Shanghai;
import io.zhixing.platform.transition.Subject;

/** Gathers what the guards of a round ask. */
@RequestScoped
class RoundSubjects {

    private final Access access;
    private final Caller caller;
    private final AppraisalRounds rounds;
    private final EvaluationRules rules;
    private final FreshnessTable freshness;

    RoundSubjects(Access access, Caller caller, AppraisalRounds rounds, EvaluationRules rules,
            FreshnessTable freshness) {
        this.access = access;
        this.caller = caller;
        this.rounds = rounds;
        this.rules = rules;
        this.freshness = freshness;
    }

    /** @param named study sessions that the step leans on; null when it leans on whatever is known */
    Subject<RoundState, RoundSteps.Facts> of(AppraisalRound round, List<UUID> named, LocalDate on) {
        boolean lacking = round.state() == RoundState.DRAFT && isStudyLacking(round, named, on);
        var facts = new RoundSteps.Facts(round, isFromBelow(round.path()), round.isProposedBy(caller), lacking,
                lacking ? sessionsKnownUntil() : "");
        return new Subject<>(round.state(), round.version(), round.path(), round.lastStepOn(), facts);
    }

    void confirmStudy(AppraisalRound round, List<UUID> named, LocalDate on) {
        round.confirmStudy(named == null ? rounds.studies(round.organizationId(), round.year(), on) : named,
                rules.studyBeforeAppraisal(round.year()), on);
    }

    private boolean isStudyLacking(AppraisalRound round, List<UUID> named, LocalDate on) {
        var known = rounds.studies(round.organizationId(), round.year(), on);
        return named == null
                ? known.isEmpty() && rules.studyBeforeAppraisal(round.year()).strict()
                : !known.containsAll(named);
    }

    /** The root has no superior: a second person there acts. */
    private boolean isFromBelow(String path) {
        var above = path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
        return above.length() > 1 && access.may(path, Roles.OFFICER) && !access.may(above, Roles.OFFICER);
    }

    private String sessionsKnownUntil() {
        return freshness.read().stream().filter(one -> one.source().equals("session"))
                .map(Figures.Freshness::appliedUntil).map(Shanghai::format).findFirst().orElse("-");
    }
}
