package io.zhixing.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProblemTextTest {

    private final Problem.Text text = Problem.zh("已设定", "{0}年度的基准日为{1}。");

    @Test
    void the_gaps_of_a_sentence_are_filled_in_order_whatever_fills_them() {
        assertEquals("{1}年度的基准日为$0。", text.detail("{1}", "$0"));
    }

    @Test
    void what_is_not_known_leaves_no_gap_to_be_read() {
        assertEquals("2016年度的基准日为…。", text.detail(2016));
        assertEquals("…年度的基准日为…。", text.detail(new Object[0]));
    }
}
