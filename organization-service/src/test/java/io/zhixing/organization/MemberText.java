package io.zhixing.organization;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

/** Bodies of enrolments. ID numbers are of the unassigned area 999999. */
final class MemberText {

    private static final AtomicInteger NEXT = new AtomicInteger((int) (System.nanoTime() % 50_000));
    private static final int DAYS = 1800;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private MemberText() {}

    static Body full(String branchId) {
        int number = NEXT.incrementAndGet();
        var day = LocalDate.of(1900, 1, 1).plusDays(number % DAYS);
        return new Body().with("memberNumber", "M" + number + "-" + Register.next()).with("name", "示例党员")
                .with("idNumber", idNumber(day.toString().replace("-", ""), number / DAYS * 2 + 1))
                .with("sexCode", "1").with("ethnicityCode", "01").with("birthDate", day.toString())
                .with("memberType", "FULL").with("joinedOn", "1925-07-01").with("fullSince", "1926-07-01")
                .with("organizationId", branchId).with("onRollFrom", "2010-07-01");
    }

    static String idNumber(String birthday, int sequence) {
        var digits = "999999" + birthday + "%03d".formatted(sequence % 1000);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
