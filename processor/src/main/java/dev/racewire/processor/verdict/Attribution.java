// SPDX-FileCopyrightText: The Racewire authors
// SPDX-License-Identifier: Apache-2.0
package dev.racewire.processor.verdict;

import dev.racewire.schemas.Outlet;

/**
 * To whom an article is put down.
 *
 * @param outlet facts of the outlet that published it, as far as they are known
 * @param via true: the link leads to a site that no listed feed has, so the outlet is the one that passed it on
 */
record Attribution(Outlet outlet, boolean via) {}
