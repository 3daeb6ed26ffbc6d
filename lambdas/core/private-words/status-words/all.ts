import { ar } from './ar.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ht } from './ht.ts';
import { prs } from './prs.ts';
import { ps } from './ps.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { so } from './so.ts';
import type { StatusWords } from './status-words.ts';
import { sw } from './sw.ts';
import { uk } from './uk.ts';
import { vi } from './vi.ts';
import { zh } from './zh.ts';

/** Of every language: in which one a text is, nobody needs to know. */
export const STATUS_WORDS: readonly StatusWords[] = [en, es, ht, pt, fr, vi, zh, ar, prs, ps, uk, ru, sw, so];
