// Draws the figures a page carries: each .chart names its series, all of them over the same times.
"use strict";

const LABELS = {
  enqueued: "Enqueued",
  succeeded: "Succeeded",
  failed: "Failed",
  revenue: "Revenue",
  orders: "Orders",
  cancelled: "Cancelled",
};
const DASHES = [[], [6, 4], [2, 3]];
const HEIGHT = 220;

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
  return LABELS[name] ?? name.replace(/^(wait|run)_/, "");
}

function stroke(name, index, many) {
  if (name === "failed" || name === "cancelled") return colour("--color-bad");
  if (name === "succeeded" || name === "revenue") return colour("--color-good");
  return many && index > 0 ? colour("--color-muted") : colour("--color-ink");
}

function words(unit, value) {
  if (value === null || value === undefined) return "–";
  if (unit === "ms") return value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`;
  if (unit === "money") return `$${(value / 100).toLocaleString("en-US", { minimumFractionDigits: 2 })}`;
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

function draw(box, figures) {
  const names = box.dataset.chart.split(" ").filter((name) => name in figures.points);
  const unit = box.dataset.unit ?? "";
  const axis = { stroke: colour("--color-muted"), grid: { stroke: colour("--color-line"), width: 1 }, ticks: { show: false } };
  const chart = new uPlot(
    {
      width: box.clientWidth,
      height: HEIGHT,
      plugins: [marks(figures.deployments ?? [])],
      cursor: { y: false },
      scales: { y: { range: (_, low, high) => [0, Math.max(high ?? 0, 1) * 1.1] } },
      axes: [axis, { ...axis, size: 64, values: (_, ticks) => ticks.map((tick) => words(unit, tick)) }],
      series: [
        {},
        ...names.map((name, index) => ({
          label: label(name),
          stroke: stroke(name, index, names.length > 1),
          width: 2,
          dash: DASHES[index % DASHES.length],
          points: { show: false },
          value: (_, value) => words(unit, value),
        })),
      ],
    },
    [figures.times.map((at) => at / 1000), ...names.map((name) => figures.points[name])],
    box,
  );
  new ResizeObserver(() => chart.setSize({ width: box.clientWidth, height: HEIGHT })).observe(box);
}

const drawn = document.getElementById("drawn");
if (drawn) {
  const figures = JSON.parse(drawn.dataset.figures);
  if (figures.times.length) for (const box of drawn.querySelectorAll(".chart")) draw(box, figures);
}
