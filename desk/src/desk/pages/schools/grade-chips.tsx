import { GRADES, type Grade } from '#core/directory.ts';
import { Chips } from './chips.tsx';
import { gradeWords } from './grade-words.ts';

const NAMES: Readonly<Partial<Record<Grade, string>>> = { pk: 'Pre-kindergarten', k: 'Kindergarten' };

const OPTIONS = GRADES.map((id) => ({ id, words: gradeWords(id), name: NAMES[id] ?? `Grade ${id}` }));

interface GradeChipsProps {
  readonly hint: string;
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** The grades of a school, or of somebody who teaches there. */
export const GradeChips = ({ hint, chosen, onChoose }: GradeChipsProps) => (
  <Chips name="grades" label="Grades" hint={hint} options={OPTIONS} chosen={chosen} onChoose={onChoose} />
);
