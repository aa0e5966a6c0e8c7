package io.zhixing.organization.transfer;

import java.util.ArrayList;
import java.util.List;

import io.zhixing.organization.structure.OrganizationPath;

/**
 * Which superiors a transfer passes on its way, by their path keys, from the sender's own upward: every one whose part of
 * the tree the member leaves. Within one committee he leaves none. From one county to another he leaves town and county,
 * and the city above both is not asked. Out of the register he leaves them all, and the rule of the reach says up to which
 * level they approve. Source: 中国共产党党员教育管理工作条例, 2019 (transfers); the levels are practice.
 */
record TransferWay(List<String> superiors) {

    /** Into the register: his superiors there have approved by the letter. */
    static final TransferWay FROM_OUTSIDE = new TransferWay(List.of());

    /**
     * @param sender path of the sending branch
     * @param receiver path of the receiving one; null when it lies outside the register
     * @param highest level of the highest superior that is asked, counted from the root, which is 1
     */
    static TransferWay of(String sender, String receiver, long highest) {
        var passed = new ArrayList<String>();
        var here = sender;
        while (!OrganizationPath.isRoot(here)) {
            here = OrganizationPath.superior(here);
            boolean left = receiver == null ? OrganizationPath.level(here) >= highest : !receiver.startsWith(here);
            if (left) {
                passed.add(here);
            }
        }
        return new TransferWay(List.copyOf(passed));
    }

    boolean isPassed(int approvals) {
        return approvals >= superiors.size();
    }

    /** Whose turn it is; the last one's when all have approved. */
    String next(int approvals, String sender) {
        return superiors.isEmpty() ? sender : superiors.get(Math.min(approvals, superiors.size() - 1));
    }
}
