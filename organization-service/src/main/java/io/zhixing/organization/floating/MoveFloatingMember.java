package io.zhixing.organization.floating;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.Sides;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.Guard;
import io.zhixing.platform.transition.Move;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Subject;
import io.zhixing.platform.transition.Transitions;

/** 联系、确认、结束: home keeps contact, the host confirms that he attends there, either of them ends it. */
@RequestScoped
public class MoveFloatingMember {

    /** @param either where the caller may end it: the side on which he has a role, home when on none */
    record Facts(FloatingMember record, String home, Optional<String> host, String either) {

        String hostPath() {
            return host.orElse(home);
        }
    }

    private static final String[] BRANCH = {Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM};

    private static final Guard<Facts> HOST_KNOWN = Guard.holds(facts -> facts.host().isPresent(),
            OrganizationProblems.HOST_UNKNOWN);
    private static final Guard<Facts> A_DAY_AWAY = (facts, on) -> on.isAfter(facts.record().awayFrom())
            ? Optional.empty()
            : Optional.of(PlatformProblems.TRANSITION_DAY_INVALID.about(facts.record().awayFrom().plusDays(1)));

    public static final Steps<FloatingState, Facts> STEPS = Steps.of(
            contact(FloatingState.REGISTERED), contact(FloatingState.HOST_CONFIRMED),
            step("confirm-host", FloatingState.REGISTERED, FloatingState.HOST_CONFIRMED, "流入地确认",
                    "Confirm at the host").by(Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM).at(Facts::hostPath)
                    .when(HOST_KNOWN),
            end(FloatingState.REGISTERED), end(FloatingState.HOST_CONFIRMED));

    private final FloatingMembers floating;
    private final Sides sides;
    private final Access access;
    private final StepJudge judge;
    private final StepHistory history;
    private final Outbox outbox;

    MoveFloatingMember(FloatingMembers floating, Sides sides, Access access, StepJudge judge, StepHistory history,
            Outbox outbox) {
        this.floating = floating;
        this.sides = sides;
        this.access = access;
        this.judge = judge;
        this.history = history;
        this.outbox = outbox;
    }

    Transitions open(FloatingMember record) {
        return judge.open(STEPS, subject(record));
    }

    public FloatingMember handle(UUID id, long read, Move move) {
        var record = floating.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, record.version());
        var subject = subject(record);
        var step = judge.require(STEPS, subject, move.transition(), move.on());
        switch (step.name()) {
            case "contact" -> record.heardFrom(move.on());
            case "end" -> record.end(move.on());
            default -> {
                // the state says it all
            }
        }
        record.reach(step.to(), move.on());
        floating.flush();
        if (record.version() == read) {
            throw OrganizationProblems.CORRECTION_CHANGES_NOTHING.about();
        }
        sides.reachBoth(subject.facts().home(), subject.facts().hostPath());
        history.add(FloatingMember.RESOURCE, id, record.version(), subject.path(), step, move.on(), move.comment());
        outbox.append(record.changed(), subject.path());
        return record;
    }

    private Subject<FloatingState, Facts> subject(FloatingMember record) {
        var home = sides.side(record.homeId().toString()).orElseThrow().path();
        var host = record.hostId().flatMap(id -> sides.side(id.toString())).map(Sides.Side::path);
        var either = host.filter(path -> access.may(path, BRANCH)).orElse(home);
        return new Subject<>(record.state(), record.version(), home, record.steppedOn(),
                new Facts(record, home, host, either));
    }

    private static Step<FloatingState, Facts> contact(FloatingState state) {
        return step("contact", state, state, "登记联系", "Record a contact").by(BRANCH);
    }

    private static Step<FloatingState, Facts> end(FloatingState from) {
        return step("end", from, FloatingState.ENDED, "结束", "End").by(BRANCH).at(Facts::either).when(A_DAY_AWAY);
    }

    private static Step<FloatingState, Facts> step(String name, FloatingState from, FloatingState to, String zh,
            String en) {
        return Step.<FloatingState, Facts>of(name, from, to).called(zh, en);
    }
}
