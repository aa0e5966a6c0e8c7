package io.zhixing.organization.term;

/**
 * The election at the end of a term, put off with approval (延期换届). A day before the approval knows nothing of it: the term
 * that was overdue then stays so. Source: 基层组织选举工作条例, a postponement needs approval.
 */
public final class Postponement {

    private Postponement() {}

    /**
     * The last day on which the election could be held by what had been approved on a day, as SQL; null when nothing had.
     *
     * @param term the alias of the term
     * @param day an expression, such as a column
     */
    public static String until(String term, String day) {
        return """
                (case when %1$s.extended_until is not null then (select w.until_day from term_postponement w
                  where w.term_id = %1$s.id and w.approved_on <= %2$s order by w.version desc limit 1) end)"""
                .formatted(term, day);
    }
}
