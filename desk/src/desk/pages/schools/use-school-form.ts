import { useState } from 'react';
import type { DistrictView, SchoolView } from '#contract/district-api.ts';
import { ApiError } from '../../api/errors.ts';
import { useDistrict, useSaveSchool } from '../../api/use-district.ts';
import { announce } from '../../frame/announce.tsx';
import { changeWords, labelOf } from './change-words.ts';
import {
  draftOf,
  editOf,
  isChanged,
  mergeSchools,
  problemsOf,
  type SchoolDraft,
  type SchoolProblems,
} from './school-draft.ts';
import { useMeanwhile } from './use-meanwhile.ts';

const schoolIn = (district: DistrictView | undefined, id: string) => district?.schools.find((one) => one.id === id);

/** The form of one school: what is written, what is wrong with it, and what a colleague saved in between. */
export const useSchoolForm = (school: SchoolView) => {
  const { refetch } = useDistrict();
  const save = useSaveSchool();
  /** What the draft began from; what the page hears later must not change it under the fingers. */
  const [base, setBase] = useState(school);
  const [draft, setDraft] = useState(() => draftOf(school));
  const [problems, setProblems] = useState<SchoolProblems>({});
  const meanwhile = useMeanwhile<SchoolDraft>(setDraft, { labelOf, changeWords });

  const begin = (from: SchoolView) => {
    setBase(from);
    setDraft(draftOf(from));
    meanwhile.forget();
  };

  const takeUp = async () => {
    const theirsNow = schoolIn((await refetch()).data, school.id);
    if (!theirsNow) return;
    const before = draftOf(base);
    const theirs = draftOf(theirsNow);
    const merged = mergeSchools(before, draft, theirs);
    setBase(theirsNow);
    setDraft(merged.draft);
    meanwhile.tell({ before, theirs, changes: merged.changes });
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

  return {
    draft,
    change: (part: Partial<SchoolDraft>) => setDraft({ ...draft, ...part }),
    problems,
    changes: meanwhile.changes,
    submit,
    undo: () => begin(base),
    isDirty: isChanged(draft, draftOf(base)),
    isSaving: save.isPending,
    error: save.error,
  };
};
