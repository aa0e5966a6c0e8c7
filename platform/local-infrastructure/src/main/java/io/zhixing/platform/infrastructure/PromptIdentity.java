package io.zhixing.platform.infrastructure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.net.ServerSocketFactory;

import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;

/**
 * The identity server's JVM: port and configuration file are its arguments. As the library starts itself, each answer takes 40 ms
 * more: it sends head and body apart, and the second waits until the caller has acknowledged the first, which callers put off.
 */
final class PromptIdentity {

    private PromptIdentity() {}

    public static void main(String[] arguments) throws IOException {
        var configuration = OAuth2Config.Companion.fromJson(Files.readString(Path.of(arguments[1])));
        ((MockWebServerWrapper) configuration.getHttpServer()).getMockWebServer()
                .setServerSocketFactory(new WithoutDelay());
        new MockOAuth2Server(configuration).start(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
    }

    private static final class WithoutDelay extends ServerSocketFactory {

        @Override
        public ServerSocket createServerSocket() throws IOException {
            return new ServerSocket() {

                @Override
                public Socket accept() throws IOException {
                    var accepted = super.accept();
                    accepted.setTcpNoDelay(true);
                    return accepted;
                }
            };
        }

        @Override
        public ServerSocket createServerSocket(int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
            throw new UnsupportedOperationException();
        }
    }
}
