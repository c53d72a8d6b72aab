// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

/**
 * Words that support or speak against a label.
 *
 * @param field text they stand in
 * @param start first UTF-16 code unit
 * @param end UTF-16 code unit after the last
 * @param surface the words as they stand there
 * @param term the taxonomy's term that matched
 * @param kind what the term speaks for: gate, topic, country, rivalry, move or veto
 * @param label topic id or country code, or the empty string
 * @param weight what it adds; negative: against
 */
public record Evidence(
        TextField field, int start, int end, String surface, String term, String kind, String label, double weight) {}
