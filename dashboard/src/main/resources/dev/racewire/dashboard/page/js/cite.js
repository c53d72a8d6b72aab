// SPDX-License-Identifier: Apache-2.0
// Taking a number home: the citation, CSV and JSON of what is shown.
import { h, fill, $ } from "./dom.js";
import { link } from "./api.js";
import { t, pct, topicTitle, countryName, languageName, moment } from "./words.js";
import * as state from "./state.js";

/** Links for one part of the page: cite, CSV, JSON. */
export function take(node, resource, params, cite) {
  for (const old of node.querySelectorAll(".link")) old.remove();
  node.append(
    ...(cite ? [h("button", { type: "button", class: "quiet link", "data-key": `cite-${resource}`, onclick: () => open(cite()) }, t("cite"))] : []),
    h("a", { class: "link", href: link(resource, params, "csv"), download: true }, "CSV"),
    h("a", { class: "link", href: link(resource, params, "json") }, "JSON"));
}

/** The citation in lines: what was counted, of what, when, how complete, by which rules. */
export function lines(answer, figure) {
  const s = state.get();
  const what = [
    s.country ? countryName(s.country) : t("country.every"),
    s.topic ? topicTitle(s.topic) : t("topic.all"),
    s.language && languageName(s.language),
    s.outletCountry && `${t("outletCountry")}: ${countryName(s.outletCountry)}`,
    s.by && `${t("by")}: ${t(`by.${s.by}`)}`,
    s.rivalry && t("rivalry"),
    s.stateMedia && t("stateMedia"),
    s.sameFeeds && t("sameFeeds"),
    s.q && `“${s.q}”`,
  ].filter(Boolean);
  return [
    answer.sample && [t("cite.sample"), answer.sample],
    [t("cite.figure"), figure],
    [t("cite.measure"), t(`cite.measure.${s.measure === "change" ? "stories" : s.measure}`)],
    [t("cite.about"), what.join(" · ")],
    [t("cite.span"), `${moment(answer.from)} – ${moment(answer.to)}`],
    [t("cite.asOf"), moment(answer.asOf)],
    [t("cite.revision"), answer.positions],
    [t("cite.completeness"), answer.completeness === undefined ? t("cite.unknown") : pct(answer.completeness)],
    [t("cite.accuracy"), accuracy(answer.accuracy)],
    answer.taxonomyVersion && [t("cite.rules"), answer.taxonomyVersion.slice(0, 16)],
    answer.taxonomyBreaks && [t("cite.breaks"), answer.taxonomyBreaks.map(moment).join(", ")],
    answer.feedList && [t("cite.feedList"), answer.feedList],
    [t("cite.permalink"), permalink(answer)],
  ].filter(Boolean);
}

/** "0.86 (0.81 to 0.90), on 120 labelled stories" */
const accuracy = (a) => (a ? t("cite.f1", { n: a.stories, f1: a.f1.toFixed(2), low: a.low.toFixed(2), high: a.high.toFixed(2) }) : t("cite.unmeasured"));

/** The address with the span fixed, so that it shows the same tomorrow. */
function permalink(answer) {
  const url = new URL(location.href);
  url.searchParams.delete("window");
  url.searchParams.set("from", answer.from);
  url.searchParams.set("to", answer.to);
  return url.href;
}

function open(entries) {
  const dialog = $("cite");
  const text = ["Racewire", ...entries.map(([name, value]) => `${name}: ${value}`)].join("\n");
  const done = h("span", { role: "status" });
  fill(dialog,
    h("h2", { id: "cite-title" }, t("cite.title")),
    h("dl", {}, entries.map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])),
    h("p", { class: "row" },
      h("button", { type: "button", class: "solid", onclick: async () => {
        await navigator.clipboard.writeText(text);
        done.textContent = t("cite.copied");
      } }, t("cite.copy")),
      h("button", { type: "button", class: "quiet", onclick: () => dialog.close() }, t("close")),
      done));
  dialog.showModal();
}
