// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.bench.exactness;

import dev.racewire.simulator.newswire.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What nobody can read is set aside once, byte by byte and with its offset, and nothing else is. */
final class DeadLettersExact implements Guarantee {

    @Override
    public String promise() {
        return "dead letters are the poison";
    }

    @Override
    public List<String> breaches(Ledger shown, Map<String, String> poison, Findings found) {
        List<String> breaches = new ArrayList<>();
        poison.forEach((origin, letter) -> {
            List<String> letters = found.deadLetters().getOrDefault(origin, List.of());
            if (!letters.equals(List.of(letter))) {
                breaches.add(origin + ": set aside is " + letters + ", must be " + letter);
            }
        });
        found.deadLetters().forEach((origin, letters) -> {
            if (!poison.containsKey(origin)) {
                breaches.add(origin + ": set aside, and could be read: " + letters);
            }
        });
        return breaches;
    }
}
