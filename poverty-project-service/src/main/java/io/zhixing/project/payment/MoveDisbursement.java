package io.zhixing.project.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.RequestScoped;

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
import io.zhixing.project.Actor;
import io.zhixing.project.CountyOffice;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.Roles;
import io.zhixing.project.ledger.JournalKind;
import io.zhixing.project.ledger.Ledger;
import io.zhixing.project.notice.PublicNotice.NoticeKind;
import io.zhixing.project.payment.Budgets.Prospect;

/** The steps of a payment order: approval by another person reserves, cancellation gives back; the bank's answer is no caller's step. */
@RequestScoped
public class MoveDisbursement {

    /** {@code comment} is null while nobody takes a step and only its openness is asked for; then alone the prospect is looked at. */
    record Facts(Disbursement order, String actor, boolean taken, String comment, Prospect prospect,
            OrderTerms terms, Supplier<String> county) {

        /** Whoever approves an order is told by the ledger what refuses its money. */
        boolean isLeftToLedger() {
            return taken && order.state() == OrderState.SUBMITTED;
        }
    }

    /** Neither who drew the order up nor who submitted it, perhaps with lines of his own. */
    private static final Guard<Facts> ANOTHER_PERSON = Guard
            .holds(facts -> !facts.order().isAskedForBy(facts.actor()), ProjectProblems.FOUR_EYES);
    private static final Guard<Facts> PROJECT_TAKES = Guard.holds(facts -> facts.prospect().projectTakes(),
            ProjectProblems.PROJECT_NOT_PAYABLE);
    private static final Guard<Facts> SOURCE_PAYS = Guard.holds(facts -> facts.prospect().sourcePays(),
            ProjectProblems.SOURCE_NOT_PAYABLE);
    private static final Guard<Facts> ENOUGH = Guard.holds(
            facts -> facts.order().fits(facts.prospect().availableFen()), ProjectProblems.INSUFFICIENT_FUNDS);
    private static final Guard<Facts> ADDS_UP = Guard.holds(facts -> facts.order().addsUp(),
            ProjectProblems.LINES_DO_NOT_ADD_UP);
    private static final Guard<Facts> SOURCE_DAYS = Guard.holdsOn(
            (facts, on) -> facts.isLeftToLedger() || facts.terms().isWithinSourceDays(facts.order(), on),
            ProjectProblems.OUTSIDE_SOURCE_DAYS);
    private static final Guard<Facts> SHARE = Guard.holdsOn(
            (facts, on) -> facts.isLeftToLedger() || facts.terms().staysWithinAdvances(facts.order(), on),
            ProjectProblems.ADVANCE_TOO_HIGH);
    private static final Guard<Facts> RETENTION = Guard.holdsOn(
            (facts, on) -> facts.isLeftToLedger() || facts.terms().keepsRetention(facts.order(), on),
            ProjectProblems.RETENTION_NOT_KEPT);
    private static final Guard<Facts> ACCEPTED = Guard.holdsOn(
            (facts, on) -> facts.terms().awaitedAcceptance(facts.order(), on), ProjectProblems.NOT_ACCEPTED_YET);
    private static final Guard<Facts> ANNOUNCED = (facts, on) -> facts.terms().isAnnounced(facts.order(), on)
            ? Optional.empty()
            : Optional.of(ProjectProblems.NOTICE_REQUIRED.about(NoticeKind.BENEFICIARY_LIST));
    private static final Guard<Facts> REASON_GIVEN = Guard.holds(
            facts -> !facts.taken() || facts.comment() != null && !facts.comment().isBlank(),
            ProjectProblems.REASON_REQUIRED);

    /** What a bank file does to an order; drawn with the machine, open to nobody. */
    static final Step<OrderState, Facts> SETTLE = step("settle", OrderState.SENT, OrderState.PAID, "全部支付", "Settle");
    static final Step<OrderState, Facts> ANSWER = step("answer", OrderState.SENT, OrderState.SENT, "银行回单",
            "Answer of the bank");
    static final Step<OrderState, Facts> PART = step("settle-in-part", OrderState.SENT, OrderState.PARTLY_RETURNED,
            "部分退回", "Settle in part");
    static final Step<OrderState, Facts> RETURN = step("return", OrderState.PAID, OrderState.PARTLY_RETURNED, "支付后退回",
            "Return of the bank");
    static final Step<OrderState, Facts> FURTHER_RETURN = step("return", OrderState.PARTLY_RETURNED,
            OrderState.PARTLY_RETURNED, "支付后退回", "Return of the bank");

    /** What a reversal of a payment or of a return does to an order, and how it is told apart from what the bank does. */
    private static final String PAYMENT_REVERSED = "reverse-payment";
    private static final String RETURN_REVERSED = "reverse-return";
    private static final String RETURN_REVERSED_IN_PART = "reverse-return-in-part";

    /** Orders are approved and sent by the county, whatever place they pay for. */
    private static final Function<Facts, String> COUNTY = facts -> facts.county().get();

    public static final Steps<OrderState, Facts> STEPS = Steps.of(
            step("submit", OrderState.DRAFT, OrderState.SUBMITTED, "提交", "Submit", Roles.FUND_REQUESTER,
                    Roles.SYSTEM_CLIENT).when(ADDS_UP, SOURCE_DAYS, SHARE, RETENTION, ACCEPTED, ANNOUNCED),
            step("cancel", OrderState.DRAFT, OrderState.CANCELLED, "取消", "Cancel", Roles.FUND_REQUESTER),
            step("approve", OrderState.SUBMITTED, OrderState.APPROVED, "批准", "Approve", Roles.FUND_APPROVER)
                    .at(COUNTY).when(ANOTHER_PERSON, PROJECT_TAKES, SOURCE_PAYS, SOURCE_DAYS, SHARE, RETENTION,
                            ACCEPTED, ANNOUNCED, ENOUGH),
            step("reject", OrderState.SUBMITTED, OrderState.REJECTED, "退回", "Reject", Roles.FUND_APPROVER)
                    .at(COUNTY).requires("comment").when(ANOTHER_PERSON, REASON_GIVEN),
            step("cancel", OrderState.SUBMITTED, OrderState.CANCELLED, "取消", "Cancel", Roles.FUND_REQUESTER),
            step("send", OrderState.APPROVED, OrderState.SENT, "发送银行", "Send", Roles.FUND_CASHIER).at(COUNTY),
            step("cancel", OrderState.APPROVED, OrderState.CANCELLED, "取消", "Cancel", Roles.FUND_REQUESTER,
                    Roles.FUND_APPROVER, Roles.FUND_CASHIER),
            SETTLE, ANSWER, PART, RETURN, FURTHER_RETURN,
            step(PAYMENT_REVERSED, OrderState.SENT, OrderState.SENT, "冲销支付", "Reverse a payment"),
            step(PAYMENT_REVERSED, OrderState.PAID, OrderState.PARTLY_RETURNED, "冲销支付", "Reverse a payment"),
            step(PAYMENT_REVERSED, OrderState.PARTLY_RETURNED, OrderState.PARTLY_RETURNED, "冲销支付",
                    "Reverse a payment"),
            step(RETURN_REVERSED, OrderState.SENT, OrderState.SENT, "冲销退回", "Reverse a return"),
            step(RETURN_REVERSED, OrderState.PARTLY_RETURNED, OrderState.PAID, "冲销退回", "Reverse a return"),
            step(RETURN_REVERSED_IN_PART, OrderState.PARTLY_RETURNED, OrderState.PARTLY_RETURNED, "冲销部分退回",
                    "Reverse a return in part"));

    private final Disbursements disbursements;
    private final Budgets budgets;
    private final OrderTerms terms;
    private final CountyOffice county;
    private final StepJudge judge;
    private final StepHistory history;
    private final Ledger ledger;
    private final Actor actor;
    private final Outbox outbox;

    MoveDisbursement(Disbursements disbursements, Budgets budgets, OrderTerms terms, CountyOffice county,
            StepJudge judge, StepHistory history, Ledger ledger, Actor actor, Outbox outbox) {
        this.disbursements = disbursements;
        this.budgets = budgets;
        this.terms = terms;
        this.county = county;
        this.judge = judge;
        this.history = history;
        this.ledger = ledger;
        this.actor = actor;
        this.outbox = outbox;
    }

    /** @param from of an order that was paid */
    static Step<OrderState, Facts> returning(OrderState from) {
        return from == OrderState.PAID ? RETURN : FURTHER_RETURN;
    }

    /** @param kind of the journal that is reversed: a payment, or a return by the bank */
    static Step<OrderState, Facts> reversing(JournalKind kind, OrderState from, OrderState to) {
        var names = kind == JournalKind.PAY
                ? List.of(PAYMENT_REVERSED)
                : List.of(RETURN_REVERSED, RETURN_REVERSED_IN_PART);
        return STEPS.leaving(from).stream().filter(step -> step.to() == to && names.contains(step.name())).findFirst()
                .orElseThrow();
    }

    Transitions open(Disbursement order) {
        var prospect = order.state() == OrderState.SUBMITTED ? budgets.prospect(order.id()) : Prospect.NOT_ASKED;
        return judge.open(STEPS, subject(order,
                new Facts(order, actor.id(), false, null, prospect, terms, () -> county.of(order.path()))));
    }

    /** The step of an order that is submitted when it is drawn up. */
    Step<OrderState, Facts> submission(Disbursement order, LocalDate on) {
        return judge.require(STEPS, taken(order, null), "submit", on);
    }

    public Disbursement handle(UUID id, long read, Move move) {
        var order = disbursements.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, order.version());
        var step = judge.require(STEPS, taken(order, move.comment()), move.transition(), move.on());
        order.reach(step.to(), move.on(), actor.id());
        disbursements.flush();   // the ledger reads the order
        if (step.to() == OrderState.APPROVED) {
            ledger.reserve(id);
        } else if (step.from() == OrderState.APPROVED && step.to() == OrderState.CANCELLED) {
            ledger.release(id, move.on());
        }
        history.add(Disbursement.RESOURCE, id, order.version(), order.path(), step, move.on(), move.comment());
        outbox.append(order.changed(step.from(), order.unanswered()), order.path());
        return order;
    }

    /** Whoever takes a step is told by the ledger what refuses his money; what the county decides on a submitted order holds its project. */
    private Subject<OrderState, Facts> taken(Disbursement order, String comment) {
        Supplier<String> office = order.state() == OrderState.SUBMITTED
                ? () -> budgets.officeOfHeld(order.projectId())
                : () -> county.of(order.path());
        return subject(order, new Facts(order, actor.id(), true, comment, Prospect.NOT_ASKED, terms, office));
    }

    private static Subject<OrderState, Facts> subject(Disbursement order, Facts facts) {
        return new Subject<>(order.state(), order.version(), order.path(), order.stateOn(), facts);
    }

    private static Step<OrderState, Facts> step(String name, OrderState from, OrderState to, String zh, String en,
            String... roles) {
        return Step.<OrderState, Facts>of(name, from, to).called(zh, en).by(roles);
    }
}
