// Draws the figures a page carries: each .chart names its series, all of them over the same times.
"use strict";

const LABELS = {
  enqueued: "Enqueued",
  succeeded: "Succeeded",
  failed: "Failed",
  revenue: "Revenue",
  orders: "Orders",
  cancelled: "Cancelled",
  trend: "Mean of seven",
  new: "New",
  returning: "Returning",
};
const DASHES = [[], [6, 3], [2, 2]];
const HEIGHT = 220;
const HALF_DAY = 43_200;
// Steps between lines are whole: counts, milliseconds, cents. The least top of a scale keeps their words apart.
const WHOLE = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9].flatMap((ten) => [ten, 2 * ten, 5 * ten]);
const LEAST = { ms: 10, money: 1000 };
const FILLS = { revenue: "--color-good-soft", wait_p50: "--color-sunken", run_p50: "--color-sunken" };

// What a name of our colours comes to in the theme in force: a canvas knows neither variables nor themes.
function colour(name) {
  const probe = document.createElement("i");
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

function label(name) {
  return LABELS[name] ?? name.replace(/^(wait|run|depth|oldest)_/, "");
}

const STROKES = {
  failed: "--color-bad",
  cancelled: "--color-bad",
  succeeded: "--color-good",
  revenue: "--color-good",
  trend: "--color-warn",
  new: "--color-good",
  returning: "--color-info",
  wait_p95: "--color-info",
  run_p95: "--color-info",
  wait_p99: "--color-warn",
  run_p99: "--color-warn",
  depth_mail: "--color-info",
  oldest_mail: "--color-info",
  depth_webhooks: "--color-warn",
  oldest_webhooks: "--color-warn",
  depth_maintenance: "--color-muted",
  oldest_maintenance: "--color-muted",
};

function stroke(name) {
  return colour(STROKES[name] ?? "--color-ink");
}

// A length of time as the pages write it: 371 s is 6 min.
function length(value) {
  const minutes = Math.round(value / 60000);
  if (value < 1000) return `${Math.round(value)} ms`;
  if (value < 10000) return `${(value / 1000).toFixed(1)} s`;
  if (value < 100000) return `${Math.round(value / 1000)} s`;
  if (minutes < 100) return `${minutes} min`;
  const [most, less, of] = minutes < 1440 ? ["h", "min", 60] : ["d", "h", 24];
  const parts = minutes < 1440 ? minutes : Math.floor(minutes / 60);
  return `${Math.floor(parts / of)} ${most}${parts % of ? ` ${parts % of} ${less}` : ""}`;
}
function words(unit, value) {
  if (value === null || value === undefined) return "–";
  if (unit === "ms") return length(value);
  if (unit === "money") {
    const digits = value % 100 ? 2 : 0;
    return `$${(value / 100).toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
  }
  return value.toLocaleString("en-US");
}

// A line at each deployment, behind the series.
function marks(deployments) {
  return {
    hooks: {
      draw: [
        (chart) => {
          const { ctx, bbox } = chart;
          ctx.save();
          ctx.strokeStyle = colour("--color-accent");
          ctx.setLineDash([4, 4]);
          for (const each of deployments) {
            const x = chart.valToPos(each.at / 1000, "x", true);
            if (x < bbox.left || x > bbox.left + bbox.width) continue;
            ctx.beginPath();
            ctx.moveTo(x, bbox.top);
            ctx.lineTo(x, bbox.top + bbox.height);
            ctx.stroke();
          }
          ctx.restore();
        },
      ],
    },
  };
}

const FONT = "12px Inter, ui-sans-serif, system-ui, sans-serif";

function serie(name, index, box) {
  const unit = box.dataset.unit ?? "";
  const isBars = "bars" in box.dataset;
  const line = stroke(name);
  return {
    label: label(name),
    stroke: line,
    width: isBars ? 0 : 2,
    fill: isBars ? line : name in FILLS ? colour(FILLS[name]) : undefined,
    dash: isBars ? [] : DASHES[index % DASHES.length],
    paths: isBars ? uPlot.paths.bars({ size: [0.7, 40], radius: 0.15 }) : undefined,
    points: { show: false },
    // Without a pointer on the chart its legend says the latest values.
    value: (chart, value, _, at) => words(unit, at === null || at === undefined ? latest(chart.data[index + 1]) : value),
  };
}

function latest(values) {
  return values.findLast((value) => value !== null);
}

function draw(box, figures) {
  const names = box.dataset.chart.split(" ").filter((name) => name in figures.points);
  const unit = box.dataset.unit ?? "";
  const axis = {
    font: FONT,
    stroke: colour("--color-muted"),
    grid: { stroke: colour("--color-line"), width: 1 },
    ticks: { show: false },
  };
  return new uPlot(
    {
      width: box.clientWidth,
      height: HEIGHT,
      plugins: [marks(figures.deployments ?? [])],
      cursor: { y: false, points: { size: 7 } },
      // Days and moments are those of the shop, wherever they are looked at.
      tzDate: (at) => uPlot.tzDate(new Date(at * 1e3), figures.zone),
      scales: { x: { range: (_, low, high) => ("bars" in box.dataset ? [low - half(figures), high + half(figures)] : [low, high]) }, y: { range: (_, low, high) => [0, Math.max(high ?? 0, LEAST[unit] ?? 1) * 1.1] } },
      axes: [
        { ...axis, values: TIMES },
        { ...axis, size: 68, incrs: WHOLE, values: (_, ticks) => ticks.map((tick) => words(unit, tick)) },
      ],
      series: [
        { label: SLOTS[figures.width] ?? (figures.is_daily ? "Day" : "Time"), value: (_, at) => (at === null ? "–" : moment(at, figures)) },
        ...names.map((name, index) => serie(name, index, box)),
      ],
    },
    [figures.times.map((at) => at / 1000), ...names.map((name) => figures.points[name])],
    box,
  );
}

// Words below a line for steps of so many seconds: always, and below the first line of a new year or day.
const DAY = 86_400;
const DATED = ["\n{D} {MMM} {YYYY}", null, "\n{D} {MMM}", null, null, null, 1];
const TIMES = [
  [365 * DAY, "{YYYY}", null, null, null, null, null, null, 1],
  [28 * DAY, "{MMM}", "\n{YYYY}", null, null, null, null, null, 1],
  [DAY, "{D} {MMM}", "\n{YYYY}", null, null, null, null, null, 1],
  [60, "{HH}:{mm}", ...DATED],
  [1, "{HH}:{mm}:{ss}", ...DATED],
];

const SLOTS = { week: "Week from", month: "Month from" };

function moment(at, { is_daily, zone }) {
  const style = is_daily ? { dateStyle: "medium" } : { dateStyle: "medium", timeStyle: "short" };
  return new Intl.DateTimeFormat("en-GB", { ...style, timeZone: zone }).format(new Date(at * 1000));
}

// Half the width of a bar, in seconds.
function half({ width }) {
  return HALF_DAY * ({ week: 7, month: 30 }[width] ?? 1);
}

let charts = [];
let drawn = null;
let figures = { times: [] };

function drawAll() {
  if (!figures.times.length) return;
  for (const chart of charts) chart.destroy();
  charts = [...drawn.querySelectorAll(".chart")].map((box) => draw(box, figures));
}

const watched = new ResizeObserver(() => {
  for (const chart of charts) {
    const width = chart.root.parentElement.clientWidth;
    if (width && width !== chart.width) chart.setSize({ width, height: HEIGHT });
  }
});

// Draws what the page carries now: when it has come, and when a poll has brought newer figures.
function start() {
  if (document.getElementById("drawn") === drawn) return;
  watched.disconnect();
  charts = [];
  drawn = document.getElementById("drawn");
  figures = drawn ? JSON.parse(drawn.dataset.figures) : { times: [] };
  if (!figures.times.length) return;
  drawAll();
  watched.observe(drawn);
}

start();
document.addEventListener("htmx:afterSwap", start);
// A canvas keeps the colours it was drawn with: with another theme it is drawn anew.
new MutationObserver(drawAll).observe(document.documentElement, { attributeFilter: ["data-theme"] });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
