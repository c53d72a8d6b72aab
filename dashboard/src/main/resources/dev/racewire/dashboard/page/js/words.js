// SPDX-License-Identifier: Apache-2.0
// The page's words in the reader's language, and numbers, times and names as that language writes them.

export const LANGUAGES = ["en", "id", "zh"];

let words = {};
let tag = "en";
let titles = new Map();
let plural, number, percent, regions, languages, relative, stamp, day, hour;

/** Loads the words of a language; names and numbers follow. */
export async function speak(language) {
  tag = LANGUAGES.includes(language) ? language : "en";
  words = await (await fetch(`/i18n/${tag}.json`)).json();
  plural = new Intl.PluralRules(tag);
  number = new Intl.NumberFormat(tag);
  percent = new Intl.NumberFormat(tag, { style: "percent", maximumSignificantDigits: 2 });
  regions = new Intl.DisplayNames(tag, { type: "region", fallback: "code" });
  languages = new Intl.DisplayNames(tag, { type: "language", fallback: "code" });
  relative = new Intl.RelativeTimeFormat(tag, { numeric: "auto", style: "short" });
  stamp = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
  day = new Intl.DateTimeFormat(tag, { day: "numeric", month: "short", timeZone: "UTC" });
  hour = new Intl.DateTimeFormat(tag, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" });
  document.documentElement.lang = tag === "zh" ? "zh-Hans" : tag;
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
}

/** The language that the reader asked for, or the browser's, or English. */
export function preferred(asked) {
  const wanted = [asked, ...navigator.languages.map((l) => l.split("-")[0])];
  return wanted.find((l) => LANGUAGES.includes(l)) ?? "en";
}

/** A text; `{name}` is filled in, `n` chooses the plural form and is written as a number. */
export function t(key, vars = {}) {
  let text = words[key];
  if (vars.n !== undefined) text = words[`${key}.${plural.select(vars.n)}`] ?? words[`${key}.other`] ?? text;
  if (text === undefined) return key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = vars[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? num(value) : value;
  });
}

export const language = () => tag;
export const num = (value) => number.format(value);
export const pct = (value) => percent.format(value);

/** Languages whose accuracy was measured: at least half of what is judged in them is right, even at the low end. */
let proven = null;

export function learnAccuracy(accuracy) {
  proven = accuracy.length ? new Set(accuracy.filter((one) => one.topic === "*" && one.low >= 0.5).map((one) => one.language)) : null;
}

/** Whether a language's accuracy was measured and is good enough; where nothing was measured, nothing is greyed. */
export const isProven = (code) => proven === null || proven.has(code);

/** The topics' titles, as the taxonomy gives them. */
export function learnTopics(topics) {
  titles = new Map(topics.map((topic) => [topic.id, topic.titles]));
}

export function topicTitle(id) {
  const own = titles.get(id);
  return own?.[tag] ?? own?.en ?? id;
}

export function countryName(code) {
  try {
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
}

/** Whether a code says anything: ZZ is what ISO 3166 leaves for "not known". */
export const isKnown = (code) => code !== "ZZ";

export function languageName(code) {
  try {
    return languages.of(code) ?? code;
  } catch {
    return code;
  }
}

/** "5 min. ago" */
export function ago(iso, now = Date.now()) {
  const seconds = Math.round((new Date(iso).getTime() - now) / 1000);
  const size = Math.abs(seconds);
  if (size < 60) return relative.format(seconds, "second");
  if (size < 3600) return relative.format(Math.round(seconds / 60), "minute");
  if (size < 48 * 3600) return relative.format(Math.round(seconds / 3600), "hour");
  return relative.format(Math.round(seconds / 86400), "day");
}

/** A moment in UTC, said so. */
export const moment = (iso) => `${stamp.format(new Date(iso))} UTC`;
export const dayOf = (date) => day.format(date);
export const hourOf = (date) => hour.format(date);
