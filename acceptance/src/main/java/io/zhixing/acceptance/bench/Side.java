package io.zhixing.acceptance.bench;

/** One way of doing the work that is measured: through the interface, or by SQL alone. */
@FunctionalInterface
interface Side {

    /** What one client does again and again. */
    interface Client extends AutoCloseable {

        /** One call; throws when it did not succeed. */
        void call() throws Exception;

        @Override
        default void close() throws Exception {}
    }

    /** A client of its own for each thread. */
    Client open() throws Exception;
}
