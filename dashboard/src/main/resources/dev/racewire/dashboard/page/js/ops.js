// SPDX-License-Identifier: Apache-2.0
// The operators' page: every meter of the process as lines over the last hours, grouped by what they belong to.
import { h, fill, $ } from "./dom.js";
import { ask } from "./api.js";
import * as words from "./words.js";
import * as state from "./state.js";
import * as theme from "./theme.js";
import * as status from "./status.js";

const { t } = words;
const EVERY = 15000;
const WINDOWS = ["15m", "1h", "6h"];
const GROUPS = ["canary", "ingest", "processor", "dashboard"];
const MOST = 6;
const HEIGHT = 110;
const DASHES = [[], [7, 4], [2, 3], [10, 3, 2, 3], [5, 2], [1, 2]];

let answer = null;
let asTable = false;
let plots = [];
let range = "1h";

async function start() {
  await words.speak(words.preferred(state.get().ui));
  theme.start();
  theme.follow(draw);
  status.start();
  controls();
  $("ui").addEventListener("change", (event) => state.set({ ui: event.target.value }, { replace: true }));
  state.follow(async (names) => {
    if (!names.has("ui")) return;
    await words.speak(words.preferred(state.get().ui));
    theme.draw();
    status.draw();
    controls();
    draw();
  });
  $("window").addEventListener("change", (event) => {
    range = event.target.value;
    load();
  });
  $("twin").addEventListener("click", () => {
    asTable = !asTable;
    controls();
    draw();
  });
  new ResizeObserver(() => plots.forEach(({ plot, box }) => plot.setSize({ width: box.clientWidth, height: HEIGHT }))).observe($("groups"));
  await load();
  setInterval(() => document.hidden || load(), EVERY);
}

function controls() {
  document.title = t("ops.title");
  fill($("ui"), words.LANGUAGES.map((tag) => h("option", { value: tag, lang: tag, selected: tag === words.language() },
    new Intl.DisplayNames(tag, { type: "language" }).of(tag))));
  fill($("window"), WINDOWS.map((name) => h("option", { value: name, selected: name === range }, t(`ops.window.${name}`))));
  $("twin").textContent = asTable ? t("ops.asLines") : t("ops.asTable");
  $("twin").setAttribute("aria-pressed", String(asTable));
}

async function load() {
  try {
    answer = await ask("operations", { window: range });
    draw();
  } catch (error) {
    fill($("groups"), h("p", { class: "empty", role: "alert" }, error.message));
  }
}

function draw() {
  if (!answer) return;
  plots.forEach(({ plot }) => plot.destroy());
  plots = [];
  const all = figures();
  fill($("groups"), all.some((figure) => figure.lines.length)
    ? [...GROUPS, "jvm"].map((group) => section(group, all.filter((figure) => figure.group === group)))
    : h("p", { class: "empty" }, t("ops.waiting")));
  if (!asTable) for (const node of $("groups").querySelectorAll(".plot")) paint(node, all[Number(node.dataset.figure)]);
}

/** One figure for each meter and measure, with those of its lines that show anything, the highest first. */
function figures() {
  const found = new Map();
  for (const line of answer.lines) {
    const key = `${line.name} ${line.measure}`;
    const part = line.name.split(".")[1];
    if (!found.has(key)) {
      found.set(key, { ...line, index: found.size, group: line.name.startsWith("racewire.") && GROUPS.includes(part) ? part : "jvm", lines: [] });
    }
    const seen = line.values.filter((value) => value !== null);
    if (seen.some((value) => value !== 0)) {
      found.get(key).lines.push({ ...line, label: label(line), now: seen.at(-1), low: Math.min(...seen), high: Math.max(...seen) });
    }
  }
  for (const figure of found.values()) figure.lines.sort((a, b) => b.high - a.high);
  return [...found.values()];
}

const label = (line) => Object.values(line.tags).filter((value) => value !== "none").join(" ") || line.name.split(".").slice(1).join(" ");

function section(group, all) {
  const shown = all.filter((figure) => figure.lines.length);
  const quiet = all.filter((figure) => !figure.lines.length);
  if (!all.length) return null;
  return h("section", { class: "panel", "aria-labelledby": `group-${group}` },
    h("div", { class: "head" }, h("h2", { id: `group-${group}` }, t(`ops.group.${group}`))),
    h("div", { class: "meters" }, shown.map(meter)),
    quiet.length > 0 && h("p", { class: "note" }, t("ops.quiet"), " ", quiet.map((figure) => figure.name.replace("racewire.", "")).filter((name, i, names) => names.indexOf(name) === i).join(", ")));
}

function meter(figure) {
  const lines = figure.lines.slice(0, MOST);
  const more = figure.lines.length - lines.length;
  return h("section", { class: "meter" },
    h("h3", { lang: "en" }, figure.description.replace(/\.$/, "") || figure.name),
    h("p", { class: "meta" }, h("code", {}, figure.name), t(`ops.measure.${figure.measure}`) && h("span", {}, t(`ops.measure.${figure.measure}`))),
    asTable ? table(figure) : [
      h("div", { class: "plot", "data-figure": figure.index, role: "img", "aria-label": lines.map((line) => t("ops.said", said(figure, line))).join(" ") }),
      h("ul", { class: "keys" }, lines.map((line, i) => h("li", {}, h("span", { class: `key k${i + 1}`, "aria-hidden": "true" }), line.label, h("b", {}, written(figure, line.now)))),
        more > 0 && h("li", {}, t("ops.others", { n: more })))]);
}

function table(figure) {
  return h("div", { class: "twin scroll", tabindex: 0, role: "group", "aria-label": figure.name },
    h("table", {},
      h("thead", {}, h("tr", {}, ["line", "now", "low", "high"].map((name) => h("th", { scope: "col" }, t(`ops.${name}`))))),
      h("tbody", {}, figure.lines.map((line) => h("tr", {}, h("th", { scope: "row" }, line.label),
        [line.now, line.low, line.high].map((value) => h("td", {}, written(figure, value))))))));
}

const said = (figure, line) => ({ line: line.label, now: written(figure, line.now), low: written(figure, line.low), high: written(figure, line.high) });

/** A value as its unit wants to be read. */
function written(figure, value) {
  if (value === undefined || value === null) return "–";
  if (figure.name.includes("timestamp")) return value ? words.ago(new Date(value * 1000).toISOString()) : "–";
  if (figure.measure === "mean_seconds" || figure.unit === "seconds") return seconds(value);
  if (figure.unit === "bytes") return `${words.num(Math.round(value / 1e6))} MB`;
  if (figure.name.endsWith("cpu.usage")) return words.pct(value);
  return words.num(value >= 100 ? Math.round(value) : Number(value.toPrecision(2)));
}

const seconds = (value) => (value < 1 ? `${words.num(Number((value * 1000).toPrecision(2)))} ms` : `${words.num(Number(value.toPrecision(3)))} s`);

function paint(box, figure) {
  const lines = figure.lines.slice(0, MOST);
  const begin = new Date(answer.start).getTime() / 1000;
  const xs = figure.values.map((_, i) => begin + i * answer.stepSeconds);
  const ink = theme.colour("--faint-ink");
  const font = `11px ${getComputedStyle(document.body).fontFamily}`;
  const plot = new window.uPlot({
    width: box.clientWidth,
    height: HEIGHT,
    tzDate: (at) => window.uPlot.tzDate(new Date(at * 1000), "UTC"),
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: true }, y: { range: (u, low, high) => (figure.name.includes("timestamp") ? [low, high] : [0, high * 1.1 || 1]) } },
    axes: [
      { stroke: ink, font, grid: { show: false }, ticks: { stroke: theme.colour("--rule"), size: 4 }, space: 70, size: 26,
        values: (u, ticks) => ticks.map((at) => words.hourOf(new Date(at * 1000))) },
      { stroke: ink, font, grid: { stroke: theme.colour("--rule"), width: 1 }, ticks: { show: false }, size: 62, space: 34,
        values: (u, ticks) => ticks.map((value) => written(figure, value)) },
    ],
    series: [{}, ...lines.map((line, i) => ({ stroke: theme.colour(`--line${i + 1}`), width: 1.5, dash: DASHES[i], points: { show: false } }))],
  }, [xs, ...lines.map((line) => line.values)], box);
  plots.push({ plot, box });
}

start();
