package io.zhixing.platform.feed;

import java.util.List;

import io.zhixing.platform.problem.PlatformProblems;

/**
 * A place in the feed: everything up to it has been read. Transactions are named by the numbers that the database gives
 * them; the order of numbers is that in which a reader may see them, because it sees none before all smaller ones ended.
 */
record FeedPosition(int epoch, String transaction, long seq) {

    /** Before everything of this epoch. */
    static FeedPosition beginning(int epoch) {
        return new FeedPosition(epoch, "0", 0);
    }

    List<String> words() {
        return List.of(Integer.toString(epoch), transaction, Long.toString(seq));
    }

    static FeedPosition of(List<String> words) {
        if (words.size() != 3) {
            throw PlatformProblems.CURSOR_INVALID.about();
        }
        return new FeedPosition(Integer.parseInt(words.get(0)), words.get(1), Long.parseLong(words.get(2)));
    }
}
