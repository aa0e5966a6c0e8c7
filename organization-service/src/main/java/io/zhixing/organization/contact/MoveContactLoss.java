package io.zhixing.organization.contact;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.Roles;
import io.zhixing.organization.contact.ContactLoss.ContactState;
import io.zhixing.organization.member.Members;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.Move;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Subject;
import io.zhixing.platform.transition.Transitions;

/** 恢复联系: a member was found. That it closes with his membership is drawn with the machine and open to nobody. */
@RequestScoped
public class MoveContactLoss {

    public static final Steps<ContactState, ContactLoss> STEPS = Steps.of(
            Step.<ContactState, ContactLoss>of("find", ContactState.LOST, ContactState.FOUND).called("恢复联系", "Find")
                    .by(Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM),
            Step.<ContactState, ContactLoss>of("close", ContactState.LOST, ContactState.CLOSED).called("终止", "Close"));

    private final ContactLosses losses;
    private final Members members;
    private final StepJudge judge;
    private final StepHistory history;

    MoveContactLoss(ContactLosses losses, Members members, StepJudge judge, StepHistory history) {
        this.losses = losses;
        this.members = members;
        this.judge = judge;
        this.history = history;
    }

    Transitions open(ContactLoss loss) {
        return judge.open(STEPS, subject(loss));
    }

    public ContactLoss handle(UUID id, long read, Move move) {
        var loss = losses.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, loss.version());
        var subject = subject(loss);
        var step = judge.require(STEPS, subject, move.transition(), move.on());
        loss.found(move.on());
        losses.flush();
        history.add(ContactLoss.RESOURCE, id, loss.version(), subject.path(), step, move.on(), move.comment());
        return loss;
    }

    private Subject<ContactState, ContactLoss> subject(ContactLoss loss) {
        return new Subject<>(loss.state(), loss.version(), members.findById(loss.memberId()).path(), loss.steppedOn(),
                loss);
    }
}
