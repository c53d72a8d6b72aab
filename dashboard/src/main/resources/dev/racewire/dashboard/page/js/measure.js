// SPDX-License-Identifier: Apache-2.0
// What is counted. A share is shown as a share, but sorted and shaded by the articles that it stands for; change against
// the usual is sorted by stories, and drawn as stories over time.
import { t, num, pct } from "./words.js";
import * as state from "./state.js";

const SHARE = "share";
const CHANGE = "change";
const chosen = () => (isChange() ? "stories" : state.get().measure);

export const isChange = () => state.get().measure === CHANGE;

/** The number of a cell or point that decides its order and shade. */
export const amount = (cell) => cell?.[chosen() === SHARE ? "articles" : chosen()] ?? 0;

/** What a line is drawn at: a share of what was read in that step, or the number itself; null where nothing is known. */
export function height(point) {
  if (chosen() !== SHARE) return amount(point);
  return point.articlesRead ? point.articles / point.articlesRead : null;
}

/** An amount as it stands in a cell; `read` is everything that was read in the span. */
export const written = (n, read) => (chosen() === SHARE ? (read ? pct(n / read) : "–") : num(n));

/** A height as it stands at an axis or in a table. */
export const level = (value) => (value === null ? "–" : chosen() === SHARE ? pct(value) : num(value));

/** An amount in words: "12 stories". */
export function counted(n, read) {
  return chosen() === SHARE ? t("count.share", { share: written(n, read) }) : t(`count.${chosen()}`, { n });
}

export const name = () => t(`measure.${chosen()}`);
