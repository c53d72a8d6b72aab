// SPDX-License-Identifier: Apache-2.0
// The words behind a verdict: highlighted in the text, and listed under "Why?".
import { h } from "./dom.js";
import { t, topicTitle, countryName, languageName, moment } from "./words.js";

/** The text with the evidence marked. Offsets count UTF-16 code units, as strings do here. */
export function marked(text, evidence, field) {
  const spans = evidence
    .filter((e) => e.field === field && e.start >= 0 && e.end <= text.length && e.start < e.end && e.weight >= 0)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const parts = [];
  let at = 0;
  for (const span of spans) {
    if (span.start < at) continue;
    parts.push(text.slice(at, span.start));
    parts.push(h("mark", { class: span.kind, title: speaksFor(span) }, text.slice(span.start, span.end)));
    at = span.end;
  }
  parts.push(text.slice(at));
  return parts;
}

function speaksFor(e) {
  if (e.kind === "topic" && e.label) return topicTitle(e.label);
  if (e.kind === "country" && e.label) return countryName(e.label);
  return t(`kind.${e.kind}`);
}

/** The panel under "Why?". */
export function why(article) {
  const groups = new Map();
  for (const e of article.evidence) {
    const name = speaksFor(e);
    groups.set(name, [...(groups.get(name) ?? []), e]);
  }
  return h("div", { class: "why" },
    h("p", {}, t(article.rivalry ? "why.rivalry" : "why.move", { score: score(article.score) })),
    h("dl", {},
      article.topics.map((v) => [h("dt", {}, topicTitle(v.topic)), h("dd", {}, words(groups, topicTitle(v.topic)), h("small", {}, score(v.score)))]),
      article.countries.map((v) => [
        h("dt", {}, countryName(v.country)),
        h("dd", {}, words(groups, countryName(v.country)), h("small", {}, `${t(`by.${v.by}`)}, ${score(v.score)}`)),
      ]),
      ["gate", "rivalry", "veto"].filter((kind) => groups.has(t(`kind.${kind}`))).map((kind) => [
        h("dt", {}, t(`kind.${kind}`)), h("dd", {}, words(groups, t(`kind.${kind}`))),
      ])),
    h("p", { class: "fine" },
      t("why.judged", { language: languageName(article.language), revision: article.revision, time: moment(article.fetched) }), " ",
      h("a", { href: `/api/v1/taxonomy/${encodeURIComponent(article.taxonomyVersion)}` }, t("why.rules", { version: article.taxonomyVersion.slice(0, 8) })), " ",
      h("a", { href: `/api/v1/articles/${encodeURIComponent(article.id)}` }, t("why.json"))));
}

function words(groups, name) {
  const list = groups.get(name) ?? [];
  if (!list.length) return h("span", { class: "faint" }, t("why.nothing"));
  return list.map((e) => h("q", { class: e.weight < 0 ? "against" : "", title: t("why.term", { term: e.term, weight: signed(e.weight) }) }, e.surface));
}

const score = (value) => value.toFixed(2);
const signed = (value) => (value < 0 ? "" : "+") + value.toFixed(2);
