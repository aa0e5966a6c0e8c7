package io.zhixing.project.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.imports.ImportKind;
import io.zhixing.platform.imports.ImportRow;
import io.zhixing.platform.imports.ImportRun;
import io.zhixing.platform.imports.RowOutcome;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.Roles;
import io.zhixing.project.obligation.Obligation;
import io.zhixing.project.obligation.Obligations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Payee lines of draft orders from files. Each order that takes lines from a chunk of the file gets one new version. */
@RequestScoped
public class PayeeLineImport implements ImportKind<PayeeLineImport.LineRow> {

    private static final long MOST_FEN = 9_007_199_254_740_991L;

    public record LineRow(
            @Schema(description = "拨付单 Disbursement, a draft") @NotNull UUID disbursement,
            @Schema(description = "行号 Number of the line, from 1") @NotNull @Min(1) Integer lineNo,
            @Schema(description = "受益人 Beneficiary, a person or household") UUID beneficiary,
            @Schema(description = "收款人 Payee; a person's name is masked before it is stored") @NotBlank @Size(max = 200) String payeeName,
            @Schema(description = "欠款 Obligation that it settles, of the budget's county") UUID obligation,
            @Schema(description = "金额 Amount in the unit of the row, decimal") @NotNull @Pattern(regexp = "[0-9]{1,16}(\\.[0-9]{1,10})?") String amount,
            @Schema(description = "金额单位 Unit: FEN, YUAN, WAN_YUAN or YI_YUAN") MoneyUnit amountUnit) {

        String key() {
            return disbursement + ":" + lineNo;
        }

        PayeeLine line() {
            if (amountUnit == null) {
                throw new ProblemException(List.of(ProjectProblems.UNIT_MISSING.at(Place.pointer("/amountUnit"))));
            }
            try {
                long fen = amountUnit.fen(new BigDecimal(amount));
                if (fen >= 1 && fen <= MOST_FEN) {
                    return new PayeeLine(beneficiary, payeeName, obligation, fen);
                }
            } catch (ArithmeticException noWholeFen) {
                // refused below
            }
            throw new ProblemException(
                    List.of(PlatformProblems.VALUE_INVALID.at(Place.pointer("/amount"), "1-" + MOST_FEN + " fen")));
        }
    }

    private final Access access;
    private final DraftOrders drafts;
    private final Obligations obligations;
    private final Outbox outbox;

    PayeeLineImport(Access access, DraftOrders drafts, Obligations obligations, Outbox outbox) {
        this.access = access;
        this.drafts = drafts;
        this.obligations = obligations;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "payee-lines";
    }

    @Override
    public Class<LineRow> row() {
        return LineRow.class;
    }

    @Override
    public ImportRun<LineRow> begin() {
        return new Run();
    }

    private final class Run implements ImportRun<LineRow> {

        @Override
        public String key(LineRow row) {
            return row.disbursement() == null || row.lineNo() == null ? null : row.key();
        }

        /** Nor does a payee stand twice in an order. */
        @Override
        public List<String> uniqueKeys(LineRow row) {
            return row.beneficiary() == null
                    ? List.of(row.key())
                    : List.of(row.key(), row.disbursement() + " " + row.beneficiary());
        }

        @Override
        public List<RowOutcome> apply(List<ImportRow<LineRow>> rows) {
            var ids = rows.stream().map(row -> row.value().disbursement()).distinct().toList();
            var orders = drafts.lock(ids);
            var stored = drafts.lines(ids);
            var known = obligations
                    .withIds(rows.stream().map(row -> row.value().obligation()).filter(Objects::nonNull).distinct()
                            .toList())
                    .stream().collect(Collectors.toMap(Obligation::id, Obligation::countyCode));
            var chosen = new LinkedHashMap<Integer, DraftOrders.Added>();
            var outcomes = new ArrayList<RowOutcome>();
            for (int i = 0; i < rows.size(); i++) {
                outcomes.add(judge(rows.get(i).value(), orders, stored, known, chosen, i));
            }
            var versions = drafts.add(List.copyOf(chosen.values()));
            versions.values().forEach(order -> outbox.append(order.changed(), order.path()));
            chosen.forEach((row, added) -> outcomes.set(row, RowOutcome.created(added.id(),
                    versions.get(added.order().id()).version())));
            return outcomes;
        }

        private RowOutcome judge(LineRow row, TreeMap<UUID, DraftOrders.Draft> orders,
                Map<String, DraftOrders.Stored> stored, Map<UUID, String> obligations,
                LinkedHashMap<Integer, DraftOrders.Added> chosen, int index) {
            try {
                var order = orders.get(row.disbursement());
                if (order == null) {
                    throw unknown("/disbursement", row.disbursement());
                }
                access.require(order.path(), Roles.FUND_REQUESTER, Roles.SYSTEM_CLIENT);
                var line = row.line();
                if (row.obligation() != null) {
                    refuseObligationElsewhere(row.obligation(), obligations.get(row.obligation()), order);
                }
                var present = stored.get(row.key());
                if (present != null) {
                    return compared(line, present, order);
                }
                if (order.state() != OrderState.DRAFT) {
                    throw PlatformProblems.TRANSITION_NOT_AVAILABLE.about(order.state(), "add-lines");
                }
                refuseBeyondEverySum(order, line, chosen.values());
                var added = DraftOrders.Added.to(order, row.lineNo(), line);
                chosen.put(index, added);
                return RowOutcome.created(added.id(), order.version());
            } catch (ProblemException refused) {
                return RowOutcome.rejected(refused);
            }
        }

        private static void refuseObligationElsewhere(UUID obligation, String county, DraftOrders.Draft order) {
            if (county == null) {
                throw unknown("/obligation", obligation);
            }
            if (!county.equals(order.countyCode())) {
                throw new ProblemException(
                        List.of(ProjectProblems.COUNTY_MISMATCH.at(Place.pointer("/obligation"))));
            }
        }

        /** The sum of an order's lines stays a number that every client can read. */
        private static void refuseBeyondEverySum(DraftOrders.Draft order, PayeeLine line,
                Collection<DraftOrders.Added> chosen) {
            long besides = chosen.stream().filter(one -> one.order().id().equals(order.id()))
                    .mapToLong(one -> one.line().amountFen()).sum();
            if (order.lineTotalFen() + besides + line.amountFen() > MOST_FEN) {
                throw new ProblemException(
                        List.of(ProjectProblems.LINES_DO_NOT_ADD_UP.at(Place.pointer("/amount"))));
            }
        }

        private RowOutcome compared(PayeeLine line, DraftOrders.Stored present, DraftOrders.Draft order) {
            if (present.amountFen() != line.amountFen() || !present.payeeName().equals(line.storedName())
                    || line.beneficiaryId() != null && !line.beneficiaryId().equals(present.beneficiaryId())
                    || line.obligationId() != null && !line.obligationId().equals(present.obligationId())) {
                throw ProjectProblems.DUPLICATE.about();
            }
            return RowOutcome.unchanged(present.id(), order.version());
        }

        private static ProblemException unknown(String pointer, UUID id) {
            return new ProblemException(List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer(pointer), id)));
        }
    }
}
