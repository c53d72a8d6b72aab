// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.parse;

/** What came of the bytes of one answer: a feed, or the reason why there is none. */
public sealed interface ParseOutcome permits Parsed, Refused {}
