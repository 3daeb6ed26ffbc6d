import * as echarts from 'echarts';
import type { LanguageFigures } from './report.ts';

const SHOWN = [
  ['top1', 'top-1'],
  ['top3', 'top-3'],
  ['abstained', 'out of scope not answered'],
  ['dangerFoundOrAsked', 'danger found or asked about'],
  ['languageShort', 'language, up to five words'],
] as const;

/** The main figures of each language as bars, in SVG. */
export const pictureOf = (all: readonly LanguageFigures[]): string => {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 1400, height: 620 });
  chart.setOption({
    animation: false,
    title: { text: 'What Homeroom understands of unseen questions, percent' },
    legend: { top: 32 },
    grid: { left: 48, right: 16, top: 80, bottom: 32 },
    xAxis: { type: 'category', data: all.map(({ lang }) => lang) },
    yAxis: { type: 'value', min: 0, max: 100 },
    series: SHOWN.map(([name, title]) => ({
      name: title,
      type: 'bar',
      data: all.map(({ figures }) => Number(((figures[name] ?? 0) * 100).toFixed(1))),
      label: { show: true, position: 'top', fontSize: 8 },
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
};
