package io.zhixing.organization.standing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** The standings of members that evaluation-service has confirmed; what is seen of them follows the member. */
public final class Standings {

    /**
     * The newest standing of {@code m}, as one column of a list: joined, it would be looked up for every row that is only
     * counted. His newest correction period stands beside it. Two organizations may say something of one year; a grade then goes before "appraised elsewhere".
     */
    public static final String NEWEST = """
            (select array[s.year::text, s.grade, s.ungraded_reason, s.confirmed_on::text, c.year::text, c.until_day::text, c.state]
             from member_standing_ref s left join lateral (select * from correction_period_ref c where c.member_id = m.id
               order by c.year desc, c.id desc limit 1) c on true
             where s.member_id = m.id order by s.year desc, s.grade is null, s.confirmed_on desc, s.id limit 1) as standing""";

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
