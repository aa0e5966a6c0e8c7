package io.zhixing.city.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;

import io.zhixing.city.CityFailure;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void names_the_taken_port_its_purpose_and_the_remedy() throws IOException {
        // Given
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {

            // When
            var failure = assertThrows(CityFailure.class, () -> new Ports(other.getLocalPort()).requireFree());

            // Then
            assertTrue(failure.line().contains(other.getLocalPort() + " (front)"), failure.line());
            assertTrue(failure.line().contains("--port-base"), failure.line());
        }
    }

    @Test
    void gives_everything_a_port_of_its_own_from_the_base_up() {
        // When
        var ports = new Ports(8080).all().values();

        // Then
        assertEquals(13, new HashSet<>(ports).size());
        assertTrue(ports.stream().allMatch(port -> port >= 8080 && port < 8093));
    }
}
