import { type Aim, type Figure, isMet } from './figure.ts';

const number = (value: number): string => {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 2 : 3;
  return value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
};

const aimText = (aim: Aim): string => {
  if (aim === 'reported') return '';
  return 'atMost' in aim ? `≤ ${aim.atMost.toLocaleString('en')}` : `≥ ${aim.atLeast.toLocaleString('en')}`;
};

const metText = (figure: Figure): string => {
  const met = isMet(figure);
  if (met === undefined) return '';
  return met ? 'met' : 'MISSED';
};

const COLUMNS = ['figure', 'value', 'unit', 'aim', '', 'least – most'] as const;

const rowOf = (figure: Figure): readonly string[] => [
  figure.name,
  number(figure.value),
  figure.unit,
  aimText(figure.aim),
  metText(figure),
  figure.spread ? figure.spread.map(number).join(' – ') : '',
];

/** The figures as a table for people, and below it how each was taken. */
export const tableOf = (figures: readonly Figure[]): string => {
  const rows = [COLUMNS as readonly string[], ...figures.map(rowOf)];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const methods = [...new Set(figures.map(({ method }) => method))].map((method) => {
    const names = figures.filter((figure) => figure.method === method).map(({ name }) => name);
    return `- ${names[0]}${names.length > 1 ? ` (and ${names.length - 1} more)` : ''}: ${method}.`;
  });
  return [...lines, '', 'How they were taken:', ...methods].join('\n');
};

/** The figures for machines. */
export const jsonOf = (figures: readonly Figure[]): string =>
  JSON.stringify(
    figures.map((figure) => ({ ...figure, met: isMet(figure) ?? null })),
    undefined,
    2,
  );
