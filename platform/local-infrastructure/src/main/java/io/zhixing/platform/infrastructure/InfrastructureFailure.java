package io.zhixing.platform.infrastructure;

/** A part of the local infrastructure cannot be had; the message is one line for the person at the terminal. */
public class InfrastructureFailure extends RuntimeException {

    public InfrastructureFailure(String message) {
        super(message);
    }

    public InfrastructureFailure(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
