package io.zhixing.city.launch;

/**
 * A call by which a newcomer sees what a persona may.
 *
 * @param path behind the front door, with its query
 * @param body JSON to be posted; null for what is only read
 * @param status of the answer; a persona who sees nothing yet is refused
 */
public record FirstCall(String path, String body, int status) {

    static FirstCall get(String path) {
        return new FirstCall(path, null, 200);
    }

    static FirstCall post(String path, String body) {
        return new FirstCall(path, body, 200);
    }

    /** For who has no data to see: the answer says so. */
    static FirstCall refused(String path) {
        return new FirstCall(path, null, 403);
    }

    /** What follows {@code curl}, as a shell takes it. */
    String arguments(String front) {
        return "'" + front + path + "'"
                + (body == null ? "" : " -H 'Content-Type: application/json' -d '" + body + "'");
    }
}
