package io.zhixing.organization.campaign;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.campaign.CampaignBody.BodyState;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.Guard;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Subject;
import io.zhixing.platform.transition.Transitions;

/** 调整组成、撤销: from a day on a body has other seats, or is no more. */
@RequestScoped
public class MoveBody {

    /** @param stated null while nobody takes a step and only its openness is asked for */
    record Facts(BodyMove stated, List<UUID> unknown) {

        boolean lacksSeats() {
            return stated != null && stated.seats() == null;
        }
    }

    private static final Guard<Facts> SEATS_STATED = Guard.holds(facts -> !facts.lacksSeats(),
            OrganizationProblems.BODY_WITHOUT_SEATS);
    private static final Guard<Facts> SEATS_KNOWN = (facts, on) -> facts.unknown().stream().findFirst()
            .map(PlatformProblems.REFERENCE_UNKNOWN::about);

    public static final Steps<BodyState, Facts> STEPS = Steps.of(
            Step.<BodyState, Facts>of("reseat", BodyState.OPEN, BodyState.OPEN).called("调整组成", "Change the seats")
                    .by(Roles.OFFICER, Roles.SYSTEM).requires("seats").when(SEATS_STATED, SEATS_KNOWN),
            Step.<BodyState, Facts>of("end", BodyState.OPEN, BodyState.ENDED).called("撤销", "End")
                    .by(Roles.OFFICER, Roles.SYSTEM));

    private final CampaignBodies bodies;
    private final StepJudge judge;
    private final StepHistory history;

    MoveBody(CampaignBodies bodies, StepJudge judge, StepHistory history) {
        this.bodies = bodies;
        this.judge = judge;
        this.history = history;
    }

    Transitions open(CampaignBody body) {
        return judge.open(STEPS, subject(body, null));
    }

    public CampaignBody handle(UUID id, long read, BodyMove move) {
        var body = bodies.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, body.version());
        var step = judge.require(STEPS, subject(body, move), move.transition(), move.on());
        if (step.to() == BodyState.ENDED) {
            body.end(move.on());
        } else {
            body.reseat(move.on());
        }
        bodies.flush();
        if (step.to() == BodyState.ENDED) {
            bodies.leave(id, move.on());
        } else {
            bodies.seat(id, move.seats().stream().map(StatedSeat::seat).toList(), move.on());
        }
        history.add(CampaignBody.RESOURCE, id, body.version(), body.path(), step, move.on(), move.comment());
        return body;
    }

    private Subject<BodyState, Facts> subject(CampaignBody body, BodyMove move) {
        var unknown = move == null || move.seats() == null
                ? List.<UUID>of()
                : bodies.unknown(move.seats().stream().map(StatedSeat::seat).toList());
        return new Subject<>(body.state(), body.version(), body.path(), body.steppedOn(), new Facts(move, unknown));
    }
}
