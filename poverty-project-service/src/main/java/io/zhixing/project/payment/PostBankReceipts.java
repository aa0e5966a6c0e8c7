package io.zhixing.project.payment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhixing.platform.problem.DatabaseProblems;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.project.ProjectProblems;

/**
 * Takes a bank file: order by order, each in a transaction of its own, so that one bad order holds nobody else and a file
 * that broke off half-way is sent again and finishes. A line that is known already moves nothing. An order on which the
 * caller may not act is refused like any other; the file is, where he may act on none of its orders.
 */
@Singleton
public class PostBankReceipts {

    /** Each file holds two connections of the pool while it runs: its own answer's and an order's. */
    private static final int FILES_AT_ONCE = 4;

    private final AnswerOrder answerOrder;
    private final DatabaseProblems database;
    private final Semaphore files = new Semaphore(FILES_AT_ONCE);

    PostBankReceipts(AnswerOrder answerOrder, DatabaseProblems database) {
        this.answerOrder = answerOrder;
        this.database = database;
    }

    /** {@code TEMPORARILY_UNAVAILABLE} while several other files are being taken. {@code lines} is not empty. */
    List<ReceiptAnswer> handle(String bankFile, List<BankLine> lines) {
        if (!files.tryAcquire()) {
            throw PlatformProblems.TEMPORARILY_UNAVAILABLE.about();
        }
        try {
            var answers = new ArrayList<ReceiptAnswer>();
            lines.stream().collect(Collectors.groupingBy(BankLine::disbursementId, TreeMap::new, Collectors.toList()))
                    .forEach((order, stated) -> answers.addAll(answer(bankFile, order, stated)));
            if (answers.stream().allMatch(PostBankReceipts::isForbidden)) {
                throw PlatformProblems.FORBIDDEN.about();
            }
            answers.sort(Comparator.comparingInt(ReceiptAnswer::row));
            return answers;
        } finally {
            files.release();
        }
    }

    /** An order whose budget was closed while its money came back is answered anew: its return now waits for two persons. */
    private List<ReceiptAnswer> answer(String bankFile, UUID order, List<BankLine> stated) {
        return attempt(bankFile, order, stated, refusal -> refusal.problem() == ProjectProblems.ACCOUNT_CLOSED
                ? attempt(bankFile, order, stated, again -> refused(stated, again))
                : refused(stated, refusal));
    }

    private List<ReceiptAnswer> attempt(String bankFile, UUID order, List<BankLine> stated,
            Function<ProblemException, List<ReceiptAnswer>> otherwise) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> answerOrder.handle(bankFile, order, stated));
        } catch (RuntimeException failure) {
            return otherwise.apply(refusal(failure));
        }
    }

    private static List<ReceiptAnswer> refused(List<BankLine> stated, ProblemException refusal) {
        if (refusal.problem().status() >= 500) {
            throw refusal;
        }
        return stated.stream().map(line -> line.refused(refusal.problem().name())).toList();
    }

    private static boolean isForbidden(ReceiptAnswer answer) {
        return PlatformProblems.FORBIDDEN.name().equals(answer.code());
    }

    private ProblemException refusal(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refusal) {
                return refusal;
            }
        }
        return database.of(failure).orElseThrow(() -> failure);
    }
}
