import { lazy, type ReactNode, Suspense, useId } from 'react';
import { type FigureData, hasFigures } from './figure-data.ts';
import { FigureTable } from './figure-table.tsx';
import type { BarShape } from './label-lines.ts';

const NoChart = () => <p className="hint">The chart could not be loaded. The table has the same figures.</p>;

/** The drawing comes after the page; without it the figures are still there. */
const BarChart = lazy(() => import('./bar-chart.tsx').catch(() => ({ default: NoChart })));

interface FigureProps {
  readonly title: string;
  /** What the chart shows, in a sentence. */
  readonly words: string;
  readonly data: FigureData;
  readonly shape: BarShape;
  /** What is said where there is nothing to draw. */
  readonly empty: string;
  /** Below the table: a button that unfolds it, say. */
  readonly children?: ReactNode;
}

const UPRIGHT_PX = 260;
const BAR_PX = 34;
const AXIS_PX = 40;

const Legend = ({ series }: { series: readonly string[] }) => (
  <ul className="figure-legend">
    {series.map((name, index) => (
      <li key={name}>
        <span className={`swatch ${index === 0 ? 'swatch-first' : 'swatch-second'}`} />
        {name}
      </li>
    ))}
  </ul>
);

/** A chart, its table beside it and its sentence above. */
export const Figure = ({ title, words, data, shape, empty, children }: FigureProps) => {
  const titleId = useId();
  const heightPx = shape === 'upright' ? UPRIGHT_PX : AXIS_PX + BAR_PX * data.rows.length;
  const body = (
    <>
      <p className="figure-words">{words}</p>
      <div className="figure-body">
        <div className="figure-chart" aria-hidden="true">
          {data.series.length > 1 && <Legend series={data.series} />}
          <div className="figure-canvas" style={{ height: heightPx }}>
            <Suspense fallback={null}>
              <BarChart data={data} shape={shape} />
            </Suspense>
          </div>
        </div>
        <FigureTable data={data} caption={title} />
      </div>
      {children}
    </>
  );
  return (
    <section className="figure" aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      {hasFigures(data) ? body : <p className="hint">{empty}</p>}
    </section>
  );
};
