// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import java.net.URI;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * How the HTTP client is set up. Its defaults let one server exhaust the memory of the process; each bound here was
 * measured to be needed.
 *
 * @param userAgent who asks, with a contact
 * @param connections requests under way at once
 * @param perHost requests under way at once to one host
 * @param allowPrivate whether private and loopback addresses may be asked
 * @param proxy an HTTP proxy, or null
 */
public record HttpClientSettings(
        String userAgent,
        int connections,
        int perHost,
        boolean allowPrivate,
        @Nullable URI proxy) {

    static final String ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, "
            + "application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";

    private static final Http1Config HTTP1 = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(16_384)
            .setMaxEmptyLineCount(10)
            .build();

    private static final TimeValue IDLE = TimeValue.ofSeconds(30);

    CloseableHttpClient client(FetchLimits limits, PoolingHttpClientConnectionManager connections) {
        var builder = HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent(userAgent)
                .setDefaultRequestConfig(requests(limits))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .evictExpiredConnections()
                .evictIdleConnections(IDLE);
        if (proxy != null) {
            builder.setRoutePlanner(new DefaultProxyRoutePlanner(new HttpHost(proxy.getHost(), proxyPort(proxy))));
        }
        return builder.build();
    }

    GuardedResolver resolver() {
        return new GuardedResolver(allowPrivate, proxy == null ? null : proxy.getHost());
    }

    PoolingHttpClientConnectionManager connections(FetchLimits limits) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HTTP1)
                        .build())
                .setDnsResolver(resolver())
                // The lax policy knows no total: an idle connection to each of thousands of hosts fills the heap.
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(proxy == null ? perHost : connections)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connect()))
                        .setSocketTimeout(Timeout.of(limits.read()))
                        .setIdleTimeout(Timeout.of(IDLE.toDuration()))
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(Timeout.of(limits.connect()))
                        .build())
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(Timeout.of(limits.read()))
                        .build())
                .build();
    }

    private static RequestConfig requests(FetchLimits limits) {
        return RequestConfig.custom()
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setContentCompressionEnabled(false)
                .setExpectContinueEnabled(false)
                .setConnectionRequestTimeout(Timeout.of(limits.deadline()))
                .setResponseTimeout(Timeout.of(limits.read()))
                .build();
    }

    private static int proxyPort(URI proxy) {
        return proxy.getPort() < 0 ? 8080 : proxy.getPort();
    }
}
