import * as z from 'zod/mini';
import { TIP_BANDS, type Tip, type TipBand } from '#core/outreach/outreach.ts';
import { messagesFile, safetyFront } from './schemas.ts';
import { readEach, text, type Written } from './words-file.ts';

/** The tips of the week in one language. */
export type Tips = Readonly<Record<TipBand, readonly Tip[]>>;

/** A language without tips sends none. */
export const NO_TIPS: Tips = { early: [], elementary: [], middle: [], high: [] };

const tip = z.strictObject({ fact: text, activity: text, further: text });

const file = {
  name: 'tips.yaml',
  isOptional: true,
  schema: z.strictObject({
    review: messagesFile.shape.review,
    sources: safetyFront.shape.sources,
    tips: z.strictObject(Object.fromEntries(TIP_BANDS.map((band) => [band, z.array(tip)]))),
  }),
};

/** Reads `tips.yaml` of every language below `folder`; file names in problems begin at `root`. */
export const readTips = (folder: string, root: string): Written<Tips> =>
  readEach(file, folder, root, ({ tips }) => tips as unknown as Tips);
