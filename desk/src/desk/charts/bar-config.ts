import type { ChartConfiguration, ScaleOptionsByType } from 'chart.js';
import type { ChartColours } from './chart-colours.ts';
import type { FigureData } from './figure-data.ts';
import { hatch } from './hatch.ts';
import { type BarShape, labelLines } from './label-lines.ts';

/** Series are told apart by pattern as well as by colour, and so is what adds up the rest. */
const datasetsOf = ({ series, rows }: FigureData, colours: ChartColours) =>
  series.map((label, index) => {
    const colour = index === 0 ? colours.first : colours.second;
    const striped = hatch(colour);
    return {
      label,
      data: rows.map((row) => row.counts[index] ?? 0),
      backgroundColor: rows.map((row) => (index === 0 && !row.isRest ? colour : striped)),
      borderColor: colour,
      borderWidth: 1.5,
      borderRadius: 3,
      maxBarThickness: 28,
    };
  });

/**
 * What Chart.js is told to draw: whole numbers from zero, nothing that moves, no legend (the page has one in HTML).
 *
 * @param fontFamily as CSS writes it
 */
export const barConfig = (
  data: FigureData,
  shape: BarShape,
  colours: ChartColours,
  fontFamily: string,
): ChartConfiguration<'bar'> => {
  const labels = data.rows.map((row) => row.label);
  const ticks = { color: colours.ink, font: { family: fontFamily, size: 12 } };
  const counts = {
    beginAtZero: true,
    ticks: { ...ticks, precision: 0 },
    grid: { color: colours.grid },
    border: { display: false },
  } satisfies Partial<Record<keyof ScaleOptionsByType<'linear'>, unknown>>;
  const names = {
    ticks: {
      ...ticks,
      autoSkip: shape === 'upright',
      maxRotation: 0,
      callback: (_: unknown, index: number) => labelLines(labels[index] ?? '', shape),
    },
    grid: { display: false },
    border: { color: colours.grid },
  };
  return {
    type: 'bar',
    data: { labels, datasets: datasetsOf(data, colours) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      indexAxis: shape === 'upright' ? 'x' : 'y',
      interaction: { mode: 'index', axis: shape === 'upright' ? 'x' : 'y', intersect: false },
      font: { family: fontFamily },
      scales: shape === 'upright' ? { x: names, y: counts } : { x: counts, y: names },
    },
  };
};
