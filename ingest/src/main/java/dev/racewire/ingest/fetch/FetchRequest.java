// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.ingest.fetch;

import dev.racewire.ingest.state.Validators;

/**
 * A feed to fetch.
 *
 * @param url the address to ask, with secrets written <code>${name}</code>
 * @param validators what to send along; {@link Validators#NONE} for a plain request
 */
public record FetchRequest(String url, Validators validators) {}
