// SPDX-License-Identifier: Apache-2.0
// The table of countries and topics. A cell is a button that chooses it; arrow keys walk from cell to cell.
import { h, fill, $ } from "./dom.js";
import { t, topicTitle, countryName, language, moment, pct } from "./words.js";
import { amount, counted, isChange, name, written } from "./measure.js";
import * as usual from "./usual.js";
import * as state from "./state.js";

const ALL = "*";
const CLASSES = 7;
const FEW = 15;

let cells = new Map();
let topics = [];
let completeness;
let read = 0;
let since;
let all = false;
let focus = null;

const key = (country, topic) => `${country}|${topic}`;
const value = (country, topic) => amount(cells.get(key(country, topic)));

/** Takes an answer of the API in. */
export function show(answer, topicIds) {
  cells = new Map(answer.cells.map((cell) => [key(cell.country, cell.topic), cell]));
  topics = topicIds;
  completeness = answer.completeness;
  read = answer.articlesRead;
  since = answer.watchedSince;
  draw();
  performance.mark("matrix");
}

/** An amount of this table in words. */
export const inWords = (n) => counted(n, read);

/** An amount of this table as it stands in a cell. */
export const inCell = (n) => written(n, read);

/** Countries of the table, most first. */
export function countries() {
  const codes = [...new Set([...cells.values()].map((cell) => cell.country))].filter((code) => code !== ALL);
  return sorted(codes, ALL);
}

/** The topics of a country, or of all, most first. */
export const topTopics = (country = ALL) =>
  [...topics].filter((id) => value(country, id)).sort((a, b) => value(country, b) - value(country, a));

/** The countries of a topic, most first. */
export const topCountries = (topic) => sorted(countries(), topic).filter((code) => value(code, topic));

export const total = (country = ALL, topic = ALL) => value(country, topic);

function sorted(codes, topic) {
  return [...codes].sort((a, b) => value(b, topic) - value(a, topic) || value(b, ALL) - value(a, ALL) || (a < b ? -1 : 1));
}

export function start() {
  state.follow((names) => ["country", "topic", "measure", "sort"].some((name) => names.has(name)) && draw());
  $("matrix").addEventListener("keydown", walk);
  $("matrix-more").addEventListener("click", () => {
    all = !all;
    draw();
  });
}

function order() {
  const sort = state.get().sort;
  const codes = countries();
  if (sort === "name") {
    const collator = new Intl.Collator(language());
    return codes.sort((a, b) => collator.compare(countryName(a), countryName(b)));
  }
  return sort ? sorted(codes, sort) : codes;
}

export function draw() {
  const codes = order();
  const chosen = state.get().country;
  const rows = all ? codes : codes.filter((code, index) => index < FEW || code === chosen);
  legend();
  const more = $("matrix-more");
  more.hidden = codes.length <= FEW;
  more.textContent = all ? t("matrix.fewer") : t("matrix.all", { n: codes.length });
  if (!codes.length) {
    fill($("matrix"), h("p", { class: "empty" }, t("matrix.empty")));
    return;
  }
  const top = scale();
  fill($("matrix"),
    h("table", { class: completeness !== undefined && completeness < 0.95 ? "incomplete" : "" },
      h("caption", { class: "hide" }, t("matrix.caption", { measure: name() })),
      h("thead", {}, h("tr", {}, heading("name", t("country"), "corner"), heading("", t("topic.all"), "sum"),
        topics.map((id) => heading(id, topicTitle(id))))),
      h("tbody", {}, row(ALL, top), rows.map((code) => row(code, top)))));
  rove();
}

function heading(sort, text, kind = "") {
  const on = state.get().sort === sort;
  return h("th", { scope: "col", class: kind, "aria-sort": on ? (sort === "name" ? "ascending" : "descending") : null },
    h("button", { type: "button", "data-key": `sort-${sort}`, title: t("matrix.sort", { by: text }), onclick: () => state.set({ sort }, { replace: true }) },
      text, h("span", { class: "arrow", "aria-hidden": "true" }, on ? (sort === "name" ? " ▲" : " ▼") : "")));
}

function row(code, top) {
  const country = code === ALL ? t("country.every") : countryName(code);
  const s = state.get();
  return h("tr", { class: code === ALL ? "every" : s.country === code ? "chosen" : "" },
    h("th", { scope: "row" }, country),
    cell(code, ALL, country, t("topic.all"), code === ALL ? 0 : step(value(code, ALL), top.sum), "sum"),
    topics.map((id) => cell(code, id, country, topicTitle(id), code === ALL ? 0 : step(value(code, id), top.cell))));
}

function cell(code, topic, country, title, shade, kind = "") {
  const count = value(code, topic);
  if (!count) return h("td", { class: `zero ${kind}` });
  const s = state.get();
  const own = { country: code === ALL ? "" : code, topic: topic === ALL ? "" : topic };
  const on = (own.country || own.topic) && s.country === own.country && s.topic === own.topic;
  const said = usual.said(code, topic);
  const label = t("matrix.cell", { country, topic: title, count: counted(count, read) });
  return h("td", { class: `${kind} ${isChange() ? usual.shade(code, topic) : `s${shade}`}` },
    h("button", {
      type: "button", tabindex: -1, "data-key": key(code, topic), "aria-pressed": on ? "true" : "false",
      "aria-label": said ? `${label}. ${said}` : label, title: said,
      onclick: () => state.set(on ? { country: "", topic: "" } : own),
    }, isChange() ? usual.times(code, topic) : written(count, read), usual.surges(code, topic) && h("span", { class: "up", "aria-hidden": "true" }, "▲")));
}

/** Largest values, of the cells and of the sums: each has its own scale, else the sums would drown the cells. */
function scale() {
  let most = 1;
  let sum = 1;
  for (const one of cells.values()) {
    if (one.country === ALL) continue;
    const n = amount(one);
    if (one.topic === ALL) sum = Math.max(sum, n);
    else most = Math.max(most, n);
  }
  return { cell: most, sum };
}

/** Class on a logarithmic scale: 1 for a single one, 7 for the most. */
const step = (n, most) =>
  n <= 0 ? 0 : most <= 1 ? 1 : 1 + Math.round(((CLASSES - 1) * Math.log(n)) / Math.log(most));

function legend() {
  const notes = [
    usual.any() && h("span", { class: "note" }, h("span", { class: "up", "aria-hidden": "true" }, "▲ "), t("usual.legend")),
    since && h("span", { class: "note" }, t("watched", { when: moment(since) })),
    completeness !== undefined && completeness < 0.95 && h("span", { class: "warn" }, t("incomplete", { share: pct(completeness) })),
  ];
  if (isChange()) {
    fill($("legend"), usual.legend(), notes);
    return;
  }
  const { cell: most } = scale();
  const bounds = Array.from({ length: CLASSES }, (_, i) => Math.round(Math.exp((Math.log(most) * i) / (CLASSES - 1))));
  const steps = [...new Set(bounds)];
  fill($("legend"),
    h("span", {}, t("matrix.legend", { measure: name() })),
    steps.map((n) => h("span", { class: `swatch s${step(n, most)}` }, written(n, read))),
    notes);
}

// One cell at a time can be reached with Tab; arrows, Home and End move it.
function rove() {
  const buttons = [...$("matrix").querySelectorAll("td button")];
  const current = buttons.find((button) => button.dataset.key === focus)
    ?? buttons.find((button) => button.getAttribute("aria-pressed") === "true") ?? buttons[0];
  if (current) current.tabIndex = 0;
}

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -99], End: [0, 99] };

function walk(event) {
  const td = event.target.closest("td");
  const move = STEPS[event.key];
  if (!td || !move) return;
  event.preventDefault();
  const rows = [...$("matrix").querySelectorAll("tbody tr")];
  let y = rows.indexOf(td.parentElement);
  let x = td.cellIndex;
  const [dy, dx] = Math.abs(move[1]) === 99 ? [0, Math.sign(-move[1])] : move;
  if (Math.abs(move[1]) === 99) x = move[1] < 0 ? 0 : td.parentElement.cells.length;
  for (y += dy, x += dx; rows[y]?.cells[x] && x > 0; y += dy, x += dx) {
    const button = rows[y].cells[x].querySelector("button");
    if (!button) continue;
    for (const other of $("matrix").querySelectorAll("td button[tabindex='0']")) other.tabIndex = -1;
    button.tabIndex = 0;
    focus = button.dataset.key;
    button.focus();
    return;
  }
}
