import { useSyncExternalStore } from 'react';

/** The colours of a chart, as CSS writes them. */
export interface ChartColours {
  readonly first: string;
  readonly second: string;
  readonly ink: string;
  readonly grid: string;
}

/** The colours that stand in the style sheet for where an element is: a canvas cannot take them from there itself. */
export const coloursAt = (element: Element): ChartColours => {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    first: read('--chart-first'),
    second: read('--chart-second'),
    ink: read('--chart-ink'),
    grid: read('--chart-grid'),
  };
};

const QUERIES = ['(prefers-color-scheme: dark)', '(forced-colors: active)'];

const subscribe = (onChange: () => void) => {
  const lists = QUERIES.map((query) => matchMedia(query));
  for (const list of lists) list.addEventListener('change', onChange);
  return () => {
    for (const list of lists) list.removeEventListener('change', onChange);
  };
};

const read = () => QUERIES.map((query) => matchMedia(query).matches).join();

/** Changes whenever the colours do, so that a drawing can depend on it. */
export const useColourScheme = (): string => useSyncExternalStore(subscribe, read);
