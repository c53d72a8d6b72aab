// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.app.stories;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A story and what a careful reader says of it.
 *
 * @param id name, such as en-m-001: language, half, number
 * @param language BCP 47
 * @param title title
 * @param summary summary, or the empty string
 * @param relevant whether it is a story about the race for AI
 * @param grade 2 rivalry, 1 a move, 0 neither; null where readers disagree
 * @param countries ISO 3166-1 alpha-2 codes, or EU, of those that it is about
 * @param topics topic ids, the main one first
 * @param optionalCountries countries that count neither for nor against a verdict
 * @param optionalTopics topics that count neither for nor against a verdict
 */
public record LabelledStory(
        String id,
        @JsonProperty("lang") String language,
        String title,
        String summary,
        boolean relevant,
        @Nullable Integer grade,
        List<String> countries,
        List<String> topics,

        @JsonProperty("countries_optional") List<String> optionalCountries,

        @JsonProperty("topics_optional") List<String> optionalTopics) {

    public LabelledStory {
        countries = List.copyOf(countries);
        topics = List.copyOf(topics);
        // Most stories have none, and leave them away.
        optionalCountries = List.copyOf(Objects.requireNonNullElse(optionalCountries, List.of()));
        optionalTopics = List.copyOf(Objects.requireNonNullElse(optionalTopics, List.of()));
    }
}
