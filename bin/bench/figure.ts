/** What a figure is held against: a bound it must keep, or nothing where it is only reported. */
export type Aim = { readonly atMost: number } | { readonly atLeast: number } | 'reported';

/** One measured figure, as the table and the JSON show it. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly aim: Aim;
  /** How it was taken, in a phrase: what ran, how often, what the number is of. */
  readonly method: string;
  /** Least and most of the samples behind the value, where there are several. */
  readonly spread?: readonly [least: number, most: number];
}

export interface BenchOptions {
  /** Few repetitions: for the test that the benchmark runs at all. The figures then mean little. */
  readonly isQuick: boolean;
}

/** Measures one group of figures. */
export type Measure = (options: BenchOptions) => Promise<readonly Figure[]>;

/** Whether a figure keeps its aim; undefined where it is only reported. */
export const isMet = ({ value, aim }: Figure): boolean | undefined => {
  if (aim === 'reported') return undefined;
  return 'atMost' in aim ? value <= aim.atMost : value >= aim.atLeast;
};
