// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.coverage;

import dev.racewire.processor.verdict.OutletDirectory;
import dev.racewire.schemas.Outlet;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Turns reports on feeds into the polls that are new in them, for the language and country that the list gives. */
public final class PollCounter implements Processor<String, PollReport, String, CoverageDifference> {

    private static final String UNKNOWN_LANGUAGE = "und";
    private static final String UNKNOWN_COUNTRY = "ZZ";

    private final String storeName;
    private final OutletDirectory outlets;

    @SuppressWarnings("NullAway.Init") // set in init
    private ProcessorContext<String, CoverageDifference> context;

    @SuppressWarnings("NullAway.Init") // set in init
    private KeyValueStore<String, PollReport> reports;

    public PollCounter(String storeName, OutletDirectory outlets) {
        this.storeName = storeName;
        this.outlets = outlets;
    }

    @Override
    public void init(ProcessorContext<String, CoverageDifference> context) {
        this.context = context;
        reports = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<String, PollReport> record) {
        Optional<Outlet> outlet = outlets.ofFeed(record.key());
        String language = outlet.map(Outlet::getLanguage).orElse(UNKNOWN_LANGUAGE);
        String country = outlet.map(Outlet::getCountry).orElse(UNKNOWN_COUNTRY);
        record.value().since(reports.get(record.key())).forEach((hour, polls) -> {
            CoverageDifference difference = new CoverageDifference(language, country, hour, CoverageTally.of(polls));
            context.forward(new Record<>(difference.row(), difference, record.timestamp()));
        });
        reports.put(record.key(), record.value());
    }
}
