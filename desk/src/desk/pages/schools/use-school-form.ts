import { useState } from 'react';
import type { DistrictView, SchoolView } from '#contract/district-api.ts';
import { ApiError } from '../../api/errors.ts';
import { useDistrict, useSaveSchool } from '../../api/use-district.ts';
import { announce } from '../../frame/announce.tsx';
import { changeWords, labelOf } from './change-words.ts';
import type { MeanwhileChange } from './meanwhile.tsx';
import {
  draftOf,
  editOf,
  isChanged,
  mergeSchools,
  problemsOf,
  type SchoolDraft,
  type SchoolProblems,
} from './school-draft.ts';

interface Meanwhile {
  readonly before: SchoolDraft;
  readonly theirs: SchoolDraft;
  readonly changes: readonly { readonly field: keyof SchoolDraft; readonly isTaken: boolean }[];
}

const schoolIn = (district: DistrictView | undefined, id: string) => district?.schools.find((one) => one.id === id);

/** The form of one school: what is written, what is wrong with it, and what a colleague saved in between. */
export const useSchoolForm = (school: SchoolView) => {
  const { refetch } = useDistrict();
  const save = useSaveSchool();
  /** What the draft began from; what the page hears later must not change it under the fingers. */
  const [base, setBase] = useState(school);
  const [draft, setDraft] = useState(() => draftOf(school));
  const [problems, setProblems] = useState<SchoolProblems>({});
  const [meanwhile, setMeanwhile] = useState<Meanwhile>();

  const begin = (from: SchoolView) => {
    setBase(from);
    setDraft(draftOf(from));
    setMeanwhile(undefined);
  };

  const takeUp = async () => {
    const theirsNow = schoolIn((await refetch()).data, school.id);
    if (!theirsNow) return;
    const before = draftOf(base);
    const theirs = draftOf(theirsNow);
    const merged = mergeSchools(before, draft, theirs);
    setBase(theirsNow);
    setDraft(merged.draft);
    setMeanwhile({ before, theirs, changes: merged.changes });
    save.reset();
  };

  const submit = () => {
    const found = problemsOf(draft);
    setProblems(found);
    if (Object.keys(found).length > 0 || save.isPending) return;
    const change = { id: school.id, version: base.version, school: editOf(draft) };
    save.mutate(change, {
      onSuccess: (saved) => {
        begin(saved);
        announce(`${saved.name} is saved. Families are told so from now on.`);
      },
      onError: (error) => {
        if (error instanceof ApiError && error.status === 409) void takeUp();
      },
    });
  };

  const take = (field: keyof SchoolDraft) => {
    if (!meanwhile) return;
    setDraft({ ...draft, [field]: meanwhile.theirs[field] });
    const changes = meanwhile.changes.map((change) => (change.field === field ? { field, isTaken: true } : change));
    setMeanwhile({ ...meanwhile, changes });
  };

  const changes = meanwhile?.changes.map(
    ({ field, isTaken }): MeanwhileChange => ({
      field,
      label: labelOf(field),
      words: changeWords(field, meanwhile.before, meanwhile.theirs),
      ...(isTaken ? {} : { onTake: () => take(field) }),
    }),
  );

  return {
    draft,
    change: (part: Partial<SchoolDraft>) => setDraft({ ...draft, ...part }),
    problems,
    changes,
    submit,
    undo: () => begin(base),
    isDirty: isChanged(draft, draftOf(base)),
    isSaving: save.isPending,
    error: save.error,
  };
};
