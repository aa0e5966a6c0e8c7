package io.zhixing.acceptance.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.city.launch.Service;

/**
 * A payment order that was submitted before: approved, sent, and the bank's answer to its payee lines taken, three calls
 * by two persons whatever the number of lines. Both sides take from one queue of orders, spread over the budgets of the
 * sample city, and do the same to the same lines: the order's sum is reserved, each line is marked with its bank
 * reference and day, and paid in the ledger. An order of many lines is the usual one: it pays out a whole list.
 */
final class PayOrders implements Measure {

    /** One of the days for which the sample city's sources give money. */
    private static final String DAY = "2017-06-01";
    /** Of all orders together: a queue that lasts longer than the measure. */
    private static final int LINES = 1_000_000;
    private static final int MOST_ORDERS = 100_000;
    private static final String MARK = "基准测试";
    private static final String SERVICE = "/poverty-project/v1";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PAID = "00000000-0000-0000-0000-00000000000a";
    private static final String COPIES = """
            insert into disbursement
              select r.*
              from generate_series(1, %1$d) s (n)
              join (select b.*, p.organization_id, row_number() over (order by b.id) - 1 as n, count(*) over () as budgets
                    from project_budget b join project p on p.id = b.project_id join ledger_balance l on l.id = b.id
                    where l.available_fen >= %4$d and not l.closed) b on b.n = s.n %% b.budgets,
              disbursement t, jsonb_populate_record(t, jsonb_build_object('id', md5('%3$s' || s.n), 'budget_id', b.id,
                'project_id', b.project_id, 'organization_id', b.organization_id, 'organization_path', b.organization_path)) r
              where t.id = '%2$s';
            insert into payment
              select r.*
              from disbursement d, payment t, jsonb_populate_record(t, jsonb_build_object('id', md5(d.id || '-' || t.line_no),
                'disbursement_id', d.id, 'organization_path', d.organization_path)) r
              where d.consent_document = '%3$s' and d.id <> '%2$s' and t.disbursement_id = '%2$s'""";

    private final BenchCity city;
    private final int lines;
    /** The service takes so many bank files at once and answers 503 to others. */
    private final Semaphore files = new Semaphore(4);
    private final Queue<Order> orders = new ConcurrentLinkedQueue<>();

    /** An order that waits for its approval. */
    record Order(UUID id, UUID budget) {}

    /** @param lines payee lines of each order, of one fen each */
    PayOrders(BenchCity city, int lines) throws Exception {
        this.city = city;
        this.lines = lines;
        int count = Math.min(MOST_ORDERS, LINES / lines);
        var mark = MARK + lines;
        try (var connection = city.superuser(Service.POVERTY_PROJECT)) {
            var drawn = drawUp(mark, any(connection,
                    "select b.id from project_budget b join ledger_balance l on l.id = b.id where l.available_fen >= "
                            + LINES + " and not l.closed limit 1"));
            try (var statement = connection.createStatement()) {
                statement.execute(COPIES.formatted(count, drawn, mark, LINES));
                statement.execute("analyze disbursement, payment");
                try (var rows = statement
                        .executeQuery("select id, budget_id from disbursement where consent_document = '" + mark
                                + "' order by md5(id::text)")) {
                    while (rows.next()) {
                        orders.add(new Order(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
                    }
                }
            }
        }
        settle();
    }

    @Override
    public String code() {
        return "pay-order-" + lines;
    }

    @Override
    public String zh() {
        return "批准、发送并入账一张有" + lines + "笔明细的拨付单";
    }

    @Override
    public String en() {
        return "approve, send and settle a payment order of " + lines + (lines == 1 ? " line" : " lines")
                + " (three calls)";
    }

    @Override
    public String reference() {
        return "ledger_reserve, then ledger_post of all its lines on such an order, in two transactions, with the states of order"
                + " and lines that the functions ask for, fsync on;"
                + " no row-level security, no sign-in, no scope, no guards, no history, no events, no stored answers";
    }

    @Override
    public Service measured() {
        return Service.POVERTY_PROJECT;
    }

    @Override
    public Side service() {
        return () -> () -> {
            var order = next();
            var approved = move(order, "approve", "fund-approver", "\"v1\"");
            move(order, "send", "fund-cashier", approved);
            var answer = receipt(order);
            if (JSON.readTree(answer.body()).findValues("outcome").stream()
                    .filter(outcome -> outcome.asText().equals("POSTED")).count() != lines) {
                throw new IOException(new String(answer.body()));
            }
        };
    }

    @Override
    public Side sql() {
        return () -> new Functions(city.superuser(Service.POVERTY_PROJECT));
    }

    @Override
    public void settle() throws SQLException, InterruptedException {
        try (var connection = city.superuser(Service.POVERTY_PROJECT)) {
            while (SyntheticRegister.count(connection, "outbox") > 0) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    /** The sides differ in their rows by intent: the functions alone write the ledger only. */
    @Override
    public Map<String, RowsWritten> rows() {
        return Map.of();
    }

    private Order next() {
        var order = orders.poll();
        if (order == null) {
            throw new IllegalStateException("All orders are paid; take shorter rounds");
        }
        return order;
    }

    private DirectCall.Answer receipt(Order order) throws IOException, InterruptedException {
        files.acquire();
        try {
            return post("/bank-receipts", "fund-cashier", null, Map.of("fileId", "B-" + order.id(), "lines",
                    IntStream.rangeClosed(1, lines)
                            .mapToObj(line -> Map.of("disbursementId", order.id(), "lineNo", line,
                                    "result", "PAID", "bankRef", order.id() + "-" + line, "on", DAY,
                                    "amountFen",
                                    1))
                            .toList()));
        } finally {
            files.release();
        }
    }

    private UUID drawUp(String mark, UUID budget) throws IOException, InterruptedException {
        var answer = post("/disbursements", "loader", null, Map.of("budgetId", budget, "stage", "DIRECT_TO_BENEFICIARY",
                "amountFen", lines, "consentDocument", mark, "on", DAY, "submittedOn", DAY,
                "lines", Collections.nCopies(lines, Map.of("payeeName", "示例收款单位", "amountFen", 1))));
        return UUID.fromString(JSON.readTree(answer.body()).path("id").asText());
    }

    /** Gives the tag of the order after the step. */
    private String move(Order order, String step, String caller, String tag) throws IOException, InterruptedException {
        return post("/disbursements/" + order.id() + "/transitions", caller, tag,
                Map.of("transition", step, "on", DAY)).tag().orElseThrow();
    }

    private DirectCall.Answer post(String path, String caller, String tag, Map<String, ?> body)
            throws IOException, InterruptedException {
        var call = city.call(Service.POVERTY_PROJECT, SERVICE + path, caller)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (tag != null) {
            call.header("If-Match", tag);
        }
        var answer = call.post(JSON.writeValueAsBytes(body));
        if (!answer.isDone()) {
            throw new IOException(answer.toString());
        }
        return answer;
    }

    private static UUID any(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new IllegalStateException("No budget has enough money");
            }
            return rows.getObject(1, UUID.class);
        }
    }

    /** The prepared statements of one connection. */
    private final class Functions implements Side.Client {

        private final Connection connection;
        private final PreparedStatement approve;
        private final PreparedStatement reserve;
        private final PreparedStatement send;
        private final PreparedStatement pay;
        private final PreparedStatement post;

        Functions(Connection connection) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            approve = connection
                    .prepareStatement(
                            "update disbursement set status = 'APPROVED', approved_by = 'bench' where id = ?");
            reserve = connection.prepareStatement("select ledger_reserve(?, 'bench')");
            send = connection.prepareStatement("update disbursement set status = 'SENT' where id = ?");
            pay = connection.prepareStatement("""
                    with paid as (
                      update payment set status = 'PAID', bank_ref = disbursement_id || '-' || line_no, paid_on = business_today()
                      where disbursement_id = ? returning id)
                    select array_agg(id) from paid""");
            post = connection.prepareStatement("select ledger_post('receipt:bench:' || ?, 'PAY', ?, '" + PAID
                    + "'::uuid, " + lines + ", business_today(), 'bench', null, ?, ?)");
        }

        @Override
        public void call() throws SQLException {
            var order = next();
            run(approve, order.id());
            run(reserve, order.id());
            connection.commit();
            run(send, order.id());
            pay.setObject(1, order.id());
            try (var paid = pay.executeQuery()) {
                paid.next();
                post.setString(1, order.id().toString());
                post.setObject(2, order.budget());
                post.setObject(3, order.id());
                post.setArray(4, paid.getArray(1));
            }
            post.execute();
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }

        private void run(PreparedStatement statement, UUID order) throws SQLException {
            statement.setObject(1, order);
            statement.execute();
        }
    }
}
