package io.zhixing.organization.standing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** The standings of members that evaluation-service has confirmed; what is seen of them follows the member. */
public final class Standings {

    /**
     * The newest standing of member {@code m} as one column of a list, his newest correction period within it. The database
     * keeps it beside the member (V240): looked up, it took most of a page's time.
     */
    public static final String NEWEST = "m.standing";

    private Standings() {}

    /** What {@link #NEWEST} found; null when there is none. */
    public static StandingView read(ResultSet row) throws SQLException {
        var column = row.getArray("standing");
        if (column == null) {
            return null;
        }
        var values = (String[]) column.getArray();
        return new StandingView(Integer.parseInt(values[0]),
                values[1] == null ? null : StandingGrade.valueOf(values[1]),
                values[2] == null ? null : UngradedReason.valueOf(values[2]), LocalDate.parse(values[3]),
                values[4] == null
                        ? null
                        : new CorrectionView(Integer.parseInt(values[4]), LocalDate.parse(values[5]),
                                CorrectionState.valueOf(values[6])));
    }
}
