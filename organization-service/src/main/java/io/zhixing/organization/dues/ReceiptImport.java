package io.zhixing.organization.dues;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.zhixing.organization.member.MembersNumbered;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.imports.ImportKind;
import io.zhixing.platform.imports.ImportRun;
import io.zhixing.platform.imports.RowOutcome;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Ids;
import io.zhixing.platform.time.Shanghai;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Receipts from files, in their order, judged like single ones: how far each member has paid, and who makes his arrears
 * good by it. A receipt that is known is UNCHANGED, also when a later one was corrected since.
 */
@RequestScoped
public class ReceiptImport implements ImportKind<ReceiptImport.ReceiptRow> {

    public record ReceiptRow(
            @Schema(description = "党员编号 Member number") @NotBlank @Size(max = 40) String memberNumber,
            @Schema(description = "种类 Kind") @NotNull ReceiptKind kind,
            @Schema(description = "交至月份 Last month paid, YYYY-MM") @NotNull @Pattern(regexp = Month.FORM) String paidThrough,
            @Schema(description = "金额（分） Amount in fen; a record, no payment") @NotNull @Min(0) @Max(9007199254740991L) Long amountFen,
            @Schema(description = "收讫日期 Business day, not after today") @NotNull LocalDate on,
            @Schema(description = "更正原因 Reason, of a correction") @Size(max = 500) String reason) {

        RecordReceipt.Stated of(UUID member) {
            return new RecordReceipt.Stated(member, kind, paidThrough, amountFen, on, reason);
        }
    }

    private final ReceiptRows receipts;
    private final ArrearsBook arrears;
    private final MembersNumbered members;
    private final Access access;
    private final Caller caller;
    private final Outbox outbox;
    private final Clock clock;

    ReceiptImport(ReceiptRows receipts, ArrearsBook arrears, MembersNumbered members, Access access, Caller caller,
            Outbox outbox, Clock clock) {
        this.receipts = receipts;
        this.arrears = arrears;
        this.members = members;
        this.access = access;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "dues-receipts";
    }

    @Override
    public Class<ReceiptRow> row() {
        return ReceiptRow.class;
    }

    @Override
    public Map<String, String> ignoredColumns() {
        return Map.of("name", "姓名");
    }

    /** A receipt goes beyond the one before it, which may stand in the same file. */
    @Override
    public boolean refersToItself() {
        return true;
    }

    @Override
    public ImportRun<ReceiptRow> begin() {
        return ImportRun.byChunks(row -> row.memberNumber() + "/" + row.kind() + "/" + row.paidThrough(), Chunk::new);
    }

    /** The members of some rows, and what became of their dues by the rows so far. */
    private final class Chunk implements ImportRun.Chunk<ReceiptRow> {

        private final Map<String, MembersNumbered.Enrolled> numbered;
        private final Map<UUID, String> paths = new HashMap<>();
        private final Map<UUID, DuesBook.Paid> paid;
        private final Map<UUID, List<ReceiptRows.Receipt>> received;
        private final Map<UUID, LocalDate> owed;
        private final Crossings crossings;
        private final List<ReceiptRows.Receipt> fresh = new ArrayList<>();
        private final Map<UUID, LocalDate> through = new HashMap<>();

        Chunk(List<ReceiptRow> rows) {
            numbered = members.locked(rows.stream().map(ReceiptRow::memberNumber).toList());
            numbered.values().forEach(member -> paths.put(member.id(), member.path()));
            paid = receipts.paid(paths.keySet());
            received = receipts.received(paths.keySet());
            owed = arrears.owedThrough(paths.keySet());
            crossings = new Crossings(arrears.behind(paths.keySet()));
        }

        @Override
        public RowOutcome outcome(ReceiptRow row) {
            var member = Optional.ofNullable(numbered.get(row.memberNumber()))
                    .orElseThrow(() -> new ProblemException(List.of(PlatformProblems.REFERENCE_UNKNOWN
                            .at(Place.pointer("/memberNumber"), row.memberNumber()))));
            access.require(member.path(), RecordReceipt.roles(row.kind()));
            var receipt = new ReceiptRows.Receipt(Ids.next(), member.id(), row.kind(),
                    Month.firstDay(row.paidThrough()), row.amountFen(), row.on(), row.reason());
            var known = received.getOrDefault(member.id(), List.of()).stream().filter(receipt::saysTheSameAs)
                    .findFirst();
            if (known.isPresent()) {
                return RowOutcome.unchanged(known.get().id(), 1);
            }
            RecordReceipt.judge(row.of(member.id()), member.joinedOn(), paid.get(member.id()), caller.name(),
                    Shanghai.today(clock));
            paid.put(member.id(), new DuesBook.Paid(receipt.through(), caller.name()));
            through.put(member.id(), receipt.through());
            crossings.told(receipt, owed.get(member.id()));
            fresh.add(receipt);
            return RowOutcome.created(receipt.id(), 1);
        }

        @Override
        public void write() {
            receipts.write(fresh, through);
            outbox.appendAll(crossings.write(arrears), change -> paths.get(change.memberId()));
        }
    }
}
