// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.simulator;

import dev.racewire.simulator.behaviour.Behaviour;
import dev.racewire.simulator.format.Channel;
import dev.racewire.simulator.http.HttpReply;
import dev.racewire.simulator.http.Reply;
import dev.racewire.simulator.http.Request;
import dev.racewire.simulator.ledger.FeedLedger;
import dev.racewire.simulator.ledger.LedgerEntry;
import dev.racewire.simulator.news.Item;
import dev.racewire.simulator.news.News;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A feed as it is served. It catches up with its news only when it is asked for, so that feeds that nobody asks for
 * cost nothing.
 */
public final class SimulatedFeed {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private static final Pattern ETAG = Pattern.compile("\"version-(\\d{1,9})\"");

    private final FeedSpec spec;
    private final News news;
    private final FeedLedger ledger = new FeedLedger();
    private Behaviour behaviour = Behaviour.HONEST;
    private int[] shown = new int[0];
    private int published;
    private int version;
    private int answers;
    private Instant changed;

    SimulatedFeed(FeedSpec spec, News news, Instant begin) {
        this.spec = spec;
        this.news = news;
        this.changed = begin;
    }

    public FeedSpec spec() {
        return spec;
    }

    /** From now on it behaves like that. */
    public synchronized void behave(Behaviour other) {
        behaviour = other;
        version++;
    }

    /** Requests answered so far, in whatever way. */
    public synchronized int answers() {
        return answers;
    }

    synchronized Reply answer(Request request, Instant now) {
        advance(now);
        answers++;
        String named = request.header("if-none-match");
        if (named != null) {
            acknowledge(named);
        }
        boolean current = behaviour.validates() && isCurrent(named, request.header("if-modified-since"));
        return behaviour.reply(request, current ? HttpReply.of(304, validators()) : items());
    }

    private void acknowledge(String etag) {
        Matcher matcher = ETAG.matcher(etag);
        if (matcher.matches()) {
            ledger.acknowledged(Integer.parseInt(matcher.group(1)));
        }
    }

    private boolean isCurrent(@Nullable String etag, @Nullable String since) {
        return etag != null ? etag.equals(etag()) : since != null && since.equals(HTTP_DATE.format(changed));
    }

    private String etag() {
        return "\"version-" + version + "\"";
    }

    private Map<String, String> validators() {
        return Map.of("ETag", etag(), "Last-Modified", HTTP_DATE.format(changed));
    }

    private HttpReply items() {
        int answered = version;
        int turn = behaviour.validates() ? version : answers;
        Behaviour wearing = behaviour;
        int[] arranged = behaviour.arrange(shown.clone(), turn);
        Channel channel = new Channel(spec.url(), spec.site(), spec.title(), spec.language(), changed);
        Map<String, String> headers = new HashMap<>(spec.headers());
        headers.put("Content-Type", spec.format().contentType());
        if (behaviour.validates()) {
            headers.putAll(validators());
        }
        return new HttpReply(
                200,
                headers,
                () -> spec.format().document(channel, items(arranged, wearing, turn)),
                () -> ledger.answered(answered, arranged));
    }

    private List<Item> items(int[] numbers, Behaviour wearing, int turn) {
        return Arrays.stream(numbers)
                .mapToObj(number -> wearing.dress(news.item(number), turn))
                .toList();
    }

    /** Publishes what is due. */
    private void advance(Instant now) {
        for (Instant due = news.visible(published); !due.isAfter(now); due = news.visible(published)) {
            publish(published++, due);
        }
    }

    private void publish(int number, Instant when) {
        ledger.shown();
        int place = news.replaces(number).isPresent()
                ? placeOf(news.replaces(number).getAsInt())
                : -1;
        if (place >= 0) {
            ledger.removed(shown[place], when);
            shown[place] = number;
        } else {
            push(number, when);
        }
        version++;
        changed = when;
    }

    private void push(int number, Instant when) {
        int length = Math.min(shown.length + 1, spec.window());
        if (length == shown.length) {
            ledger.removed(shown[length - 1], when);
        }
        int[] longer = new int[length];
        System.arraycopy(shown, 0, longer, 1, length - 1);
        longer[0] = number;
        shown = longer;
    }

    private int placeOf(int number) {
        return IntStream.range(0, shown.length)
                .filter(place -> shown[place] == number)
                .findFirst()
                .orElse(-1);
    }

    /** Every publication up to now and what became of it. */
    public synchronized List<LedgerEntry> ledger(Instant now) {
        advance(now);
        int[] arranged = behaviour.arrange(shown.clone(), version);
        return IntStream.range(0, published)
                .mapToObj(number -> entry(number, Arrays.stream(arranged).anyMatch(each -> each == number)))
                .toList();
    }

    private LedgerEntry entry(int number, boolean stillShown) {
        Instant removal = stillShown ? null : ledger.removal(number);
        return new LedgerEntry(
                spec.url(),
                number,
                news.item(number),
                news.visible(number),
                removal,
                ledger.answers(number),
                ledger.acknowledgedPublication(number));
    }
}
