// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.dashboard.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands for the token where the token itself must not be seen: a link that opens the page once, within ten
 * minutes, and the session of the browser that opened it, which ends after twelve hours. Both are signed with the token,
 * so that every instance knows them and a new token ends them all. A pass is its end in seconds of Unix time, a random
 * number and the signature of both, with dots between. Safe for use by many threads.
 */
public final class Passes {

    static final Duration LINK_LASTS = Duration.ofMinutes(10);
    static final Duration SESSION_LASTS = Duration.ofHours(12);

    private static final String LINK = "link";
    private static final String SESSION = "session";
    private static final int NONCE_BYTES = 16;
    private static final int LONGEST = 150;

    private final SecretKeySpec key;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> used = new HashMap<>();

    /** Passes for those who know the token. */
    public Passes(String token, InstantSource clock) {
        this.key = new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    /** A pass for one link. */
    public String link() {
        return pass(LINK, LINK_LASTS);
    }

    /** A pass for a browser. */
    String session() {
        return pass(SESSION, SESSION_LASTS);
    }

    /** Whether the link opens the page; it does so once at each instance. */
    synchronized boolean redeem(String link) {
        Instant now = clock.instant();
        used.values().removeIf(end -> end.isBefore(now));
        return holds(LINK, link) && used.putIfAbsent(link, now.plus(LINK_LASTS)) == null;
    }

    boolean isSession(String pass) {
        return holds(SESSION, pass);
    }

    private String pass(String purpose, Duration lasts) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String said = clock.instant().plus(lasts).getEpochSecond() + "."
                + HexFormat.of().formatHex(nonce);
        return said + "." + signature(purpose, said);
    }

    private boolean holds(String purpose, String pass) {
        int dot = pass.lastIndexOf('.');
        if (pass.length() > LONGEST || dot < 0) {
            return false;
        }
        String said = pass.substring(0, dot);
        boolean ours = MessageDigest.isEqual(
                pass.substring(dot + 1).getBytes(StandardCharsets.UTF_8),
                signature(purpose, said).getBytes(StandardCharsets.UTF_8));
        return ours && clock.instant().getEpochSecond() < Long.parseLong(said.substring(0, said.indexOf('.')));
    }

    private String signature(String purpose, String said) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((purpose + " " + said).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
