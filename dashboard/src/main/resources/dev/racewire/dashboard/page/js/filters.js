// SPDX-License-Identifier: Apache-2.0
// The filter bar. Every change goes into the address at once; there is no button to press.
import { h, fill, $ } from "./dom.js";
import { t, topicTitle, countryName, languageName, isProven, language as pageLanguage, moment } from "./words.js";
import * as state from "./state.js";

const TYPING = 350;

let topics = [];
let countries = [];
let languages = [];

/** What the lists offer; drawn anew only where that changed. */
export function offer(known) {
  topics = known.topics ?? topics;
  countries = known.countries ?? countries;
  languages = known.languages ?? languages;
  draw();
}

export function start() {
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  state.follow((names) => {
    if ([...names].some((name) => name !== "sort" && name !== "q")) draw();
  });
  draw();
}

export function draw() {
  const s = state.get();
  fill($("filters"),
    windows(s),
    choice("measure", t("measure"), state.MEASURES.map((m) => [m, t(`measure.${m}`)]), s.measure),
    choice("country", t("country"), [["", t("country.all")], ...named(countries, countryName, s.country)], s.country),
    choice("topic", t("topic"), [["", t("topic.all")], ...topics.map((id) => [id, topicTitle(id)])], s.topic),
    choice("language", t("language"), [["", t("language.all")], ...named(languages, tongue, s.language)], s.language),
    search(s),
    more(s));
}

function windows(s) {
  const own = Boolean(s.from && s.to);
  return h("fieldset", { class: "windows" },
    h("legend", {}, t("window")),
    h("div", { class: "options" }, state.WINDOWS.map((w) => h("label", {},
      h("input", {
        type: "radio", name: "window", value: w, checked: !own && s.window === w, "data-key": `window-${w}`,
        onchange: () => state.set({ window: w, from: "", to: "" }),
      }),
      h("span", {}, t(`window.${w}`)))),
    own && h("button", { type: "button", class: "own", onclick: () => state.set({ from: "", to: "" }), "data-key": "window-own" },
      `${moment(s.from)} – ${moment(s.to)} ×`)));
}

function choice(name, label, options, value) {
  return h("label", { class: "field" },
    h("span", {}, label),
    h("select", { name, "data-key": name, onchange: (event) => state.set({ [name]: event.target.value }) },
      options.map(([option, text]) => h("option", { value: option, selected: option === value }, text))));
}

/** A language, and whether its accuracy was never measured. */
const tongue = (code) => (isProven(code) ? languageName(code) : `${languageName(code)} (${t("language.unproven")})`);

function named(codes, name, chosen) {
  const all = chosen && !codes.includes(chosen) ? [...codes, chosen] : codes;
  const order = new Intl.Collator(pageLanguage());
  return all.map((code) => [code, name(code)]).sort((a, b) => order.compare(a[1], b[1]));
}

function search(s) {
  let timer;
  return h("label", { class: "field grow" },
    h("span", {}, t("text")),
    h("input", {
      type: "search", name: "q", value: s.q, maxlength: 200, autocomplete: "off", "data-key": "q", placeholder: t("text.hint"),
      oninput: (event) => {
        clearTimeout(timer);
        timer = setTimeout(() => state.set({ q: event.target.value.trim() }, { replace: true }), TYPING);
      },
    }));
}

function more(s) {
  const chosen = [s.by, s.rivalry, s.stateMedia, s.sameFeeds, s.outletCountry].filter(Boolean).length;
  return h("details", { class: "morefilters", open: chosen > 0 || $("filters").querySelector("details")?.open },
    h("summary", { "data-key": "more" }, chosen ? t("more.chosen", { n: chosen }) : t("more")),
    h("div", { class: "row" },
      choice("by", t("by"), ["", "state", "company", "name"].map((by) => [by, t(`by.${by || "all"}`)]), s.by),
      choice("outletCountry", t("outletCountry"),
        [["", t("country.all")], ...named(countries, countryName, s.outletCountry)], s.outletCountry),
      tick("rivalry", t("rivalry"), s.rivalry === "true", (on) => ({ rivalry: on ? "true" : "" })),
      tick("stateMedia", t("stateMedia"), s.stateMedia === "false", (on) => ({ stateMedia: on ? "false" : "" })),
      tick("sameFeeds", t("sameFeeds"), s.sameFeeds === "true", (on) => ({ sameFeeds: on ? "true" : "" }))));
}

function tick(name, label, on, change) {
  return h("label", { class: "tick" },
    h("input", {
      type: "checkbox", name, checked: on, "data-key": name, onchange: (event) => state.set(change(event.target.checked)),
    }),
    h("span", {}, label));
}
