// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.classify;

/**
 * A topic of an article.
 *
 * @param topic id of the topic
 * @param score confidence, 0 to 1
 */
public record TopicVerdict(String topic, double score) {}
