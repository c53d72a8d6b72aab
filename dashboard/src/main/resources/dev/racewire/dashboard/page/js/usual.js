// SPDX-License-Identifier: Apache-2.0
// Each cell against its own rhythm: what surged in the last day, and how the chosen window compares with the usual.
import { h } from "./dom.js";
import { t, num, countryName, topicTitle } from "./words.js";
import { isChange } from "./measure.js";

const ALL = "*";
const LISTED = 3;

let day = new Map();
let span = new Map();
let unknown = "";

const key = (country, topic) => `${country}|${topic}`;
const index = (answer) => new Map((answer?.cells ?? []).map((cell) => [key(cell.country, cell.topic), cell]));
const shown = (country, topic) => (isChange() ? span : day).get(key(country, topic));

/** Takes answers in: of the last day, and of the whole window where change is what is asked for. */
export function learn(lastDay, window) {
  day = index(lastDay);
  span = index(window);
  unknown = (isChange() ? window : lastDay)?.unknown ?? "";
}

export const surges = (country, topic) => Boolean(shown(country, topic)?.surge);

export const any = () => [...(isChange() ? span : day).values()].some((cell) => cell.surge);

/** How many times the usual, as it stands in a cell. */
export function times(country, topic) {
  const cell = shown(country, topic);
  if (!cell) return "·";
  const ratio = cell.newStories / Math.max(cell.usual, 0.5);
  return `×${num(ratio < 10 ? Math.round(ratio * 10) / 10 : Math.round(ratio))}`;
}

/** Only what lies outside the usual range has a colour. */
export function shade(country, topic) {
  const cell = shown(country, topic);
  if (!cell) return "";
  if (cell.surge) return "s6";
  if (cell.newStories > cell.usualHigh) return "s4";
  return cell.newStories < cell.usualLow ? "below" : "within";
}

/** "12 new stories; 1 to 4 are usual", or nothing where nothing is known. */
export function said(country, topic) {
  const cell = shown(country, topic);
  if (!cell || (!cell.surge && !isChange())) return "";
  return t("usual.cell", { n: cell.newStories, low: cell.usualLow, high: cell.usualHigh });
}

export function legend() {
  if (unknown) return h("span", { class: "warn" }, t(`usual.${unknown}`));
  return [["within", "usual.within"], ["s4", "usual.above"], ["s6", "usual.surge"], ["below", "usual.below"]]
    .map(([kind, text]) => h("span", { class: `swatch ${kind}` }, t(text)));
}

/** The strongest surges as a sentence of buttons; each opens its cell. */
export function sentence(choose) {
  const strength = (cell) => (cell.newStories - cell.usual) / Math.sqrt(cell.usual + 1);
  const top = [...day.values()]
    .filter((cell) => cell.surge && cell.country !== ALL && cell.topic !== ALL)
    .sort((a, b) => strength(b) - strength(a)).slice(0, LISTED);
  if (!top.length) return [];
  return [h("b", {}, h("span", { class: "up", "aria-hidden": "true" }, "▲ "), t("usual.now")), " ",
    top.map((cell, i) => [i ? ", " : "", h("button", {
      type: "button", class: "quiet", "data-key": `surge-${key(cell.country, cell.topic)}`,
      onclick: () => choose({ country: cell.country, topic: cell.topic }),
    }, `${countryName(cell.country)} · ${topicTitle(cell.topic)}`), ` (${said24(cell)})`])];
}

const said24 = (cell) => t("usual.cell", { n: cell.newStories, low: cell.usualLow, high: cell.usualHigh });
