// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

/**
 * A country that an article is about.
 *
 * @param country code of the country or bloc
 * @param score confidence, 0 to 1
 * @param by by whom it is in the story
 */
public record CountryVerdict(String country, double score, ActorKind by) {}
