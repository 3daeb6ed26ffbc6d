import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import { useEffect, useRef } from 'react';
import { barConfig } from './bar-config.ts';
import { coloursAt, useColourScheme } from './chart-colours.ts';
import type { FigureData } from './figure-data.ts';
import type { BarShape } from './label-lines.ts';

// Only these parts of the library come along.
Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** Bars. Not for assistive technology: the table beside it says the same. */
export default function BarChart({ data, shape }: { data: FigureData; shape: BarShape }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useColourScheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read from the page and change with the scheme.
  useEffect(() => {
    if (!canvas.current) return;
    const { fontFamily } = getComputedStyle(canvas.current);
    const chart = new Chart(canvas.current, barConfig(data, shape, coloursAt(canvas.current), fontFamily));
    return () => chart.destroy();
  }, [data, shape, scheme]);
  return <canvas ref={canvas} />;
}
