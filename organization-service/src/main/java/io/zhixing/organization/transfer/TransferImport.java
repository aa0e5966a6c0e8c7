package io.zhixing.organization.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.zhixing.organization.member.MembersNumbered;
import io.zhixing.platform.imports.ImportKind;
import io.zhixing.platform.imports.ImportRow;
import io.zhixing.platform.imports.ImportRun;
import io.zhixing.platform.imports.RowOutcome;
import io.zhixing.platform.outbox.Outbox;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Transfers from files. A row draws one up as the single call does; a row with {@code receivedOn} tells of one that was
 * received before the register knew of it: the member came onto the receiver's roll on that day, and nobody moves by the row.
 */
@RequestScoped
public class TransferImport implements ImportKind<TransferImport.TransferRow> {

    public record TransferRow(
            @Schema(description = "党员编号 Member number") @NotBlank @Size(max = 40) String memberNumber,
            @Schema(description = "转入支部编码 Code of the receiving branch; it need not lie in the caller's scope") @Size(max = 40) String receiverCode,
            @Schema(description = "市外接收组织 Receiver outside the register, as text, instead of receiverCode") @Size(max = 200) String receiverOutside,
            @Schema(description = "转移范围 How far it goes, to the outside or from there") TransferReach reach,
            @Schema(description = "转移原因 Reason") @NotBlank @Size(max = 500) String reason,
            @Schema(description = "申请日期 Business day, not after today") @NotNull LocalDate on,
            @Schema(description = "转出支部编码 Code of the branch that sent him, of a transfer of the past") @Size(max = 40) String senderCode,
            @Schema(description = "接收日期 First day on the receiver's roll, of a transfer of the past") LocalDate receivedOn,
            @Schema(description = "市外转出组织 Sender outside the register, as text, instead of senderCode, of a transfer of the past") @Size(max = 200) String senderOutside) {

        DraftTransfer.Stated of(MembersNumbered.Enrolled member) {
            return new DraftTransfer.Stated(member.id(), memberNumber, null, receiverCode, receiverOutside, reach,
                    reason, on);
        }
    }

    private final TransferRowsJudge judge;
    private final TransferRows transfers;
    private final Outbox outbox;

    TransferImport(TransferRowsJudge judge, TransferRows transfers, Outbox outbox) {
        this.judge = judge;
        this.transfers = transfers;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "membership-transfers";
    }

    @Override
    public Class<TransferRow> row() {
        return TransferRow.class;
    }

    @Override
    public Map<String, String> ignoredColumns() {
        return Map.of("name", "姓名", "receiverName", "转入支部名称", "senderName", "转出支部名称");
    }

    /** A member has one open transfer at a time, and his other row may stand in the same file. */
    @Override
    public boolean refersToItself() {
        return true;
    }

    @Override
    public ImportRun<TransferRow> begin() {
        return new Run();
    }

    private final class Run implements ImportRun<TransferRow> {

        @Override
        public String key(TransferRow row) {
            return row.memberNumber() + "/" + row.on();
        }

        @Override
        public List<RowOutcome> apply(List<ImportRow<TransferRow>> rows) {
            var chunk = judge.of(rows.stream().map(ImportRow::value).toList());
            var outcomes = RowOutcome.ofEach(rows, row -> chunk.outcome(row.value()));
            transfers.write(chunk.fresh());
            outbox.appendAll(chunk.fresh().stream().map(MembershipTransfer::changed).toList(),
                    event -> chunk.path(event.organizationId()));
            outbox.tellOtherSide(chunk.fresh().stream().flatMap(one -> one.sharing().stream()).toList());
            return outcomes;
        }
    }
}
