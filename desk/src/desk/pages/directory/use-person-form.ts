import { useState } from 'react';
import type { DirectoryPersonView } from '#contract/district-api.ts';
import { ApiError } from '../../api/errors.ts';
import { useApi } from '../../api/use-api.ts';
import { readDirectoryPerson, useSaveDirectoryPerson } from '../../api/use-district-people.ts';
import { threeWay } from '../schools/three-way.ts';
import { useMeanwhile } from '../schools/use-meanwhile.ts';
import { changeWords, labelOf } from './person-changes.ts';
import {
  newPerson,
  type PersonDraft,
  type PersonProblems,
  personDraft,
  personOf,
  personProblems,
} from './person-draft.ts';

interface PersonFormOptions {
  /** Absent where somebody is added. */
  readonly person: DirectoryPersonView | undefined;
  /** The school to begin with, where somebody is added. */
  readonly school: string | undefined;
  readonly schoolName: (id: string) => string;
  readonly onSaved: (person: DirectoryPersonView) => void;
}

/** The form for somebody: what is written, what is wrong with it, and what a colleague saved in between. */
export const usePersonForm = ({ person, school, schoolName, onSaved }: PersonFormOptions) => {
  const api = useApi();
  const save = useSaveDirectoryPerson();
  // Made once: a second try after a lost answer must not add them twice.
  const [id] = useState(() => person?.id ?? `p-${crypto.randomUUID()}`);
  const [version, setVersion] = useState(person?.version ?? 0);
  const [base, setBase] = useState(() => (person ? personDraft(person) : newPerson(school)));
  const [draft, setDraft] = useState(base);
  const [problems, setProblems] = useState<PersonProblems>({});
  const meanwhile = useMeanwhile<PersonDraft>(setDraft, {
    labelOf,
    changeWords: (field, before, theirs) => changeWords(field, before, theirs, schoolName),
  });

  const takeUp = async () => {
    const [firstSchool = ''] = base.schools;
    const now = await readDirectoryPerson(api, { id, school: firstSchool }).catch(() => undefined);
    if (!now) return;
    const theirs = personDraft(now);
    const merged = threeWay(base, draft, theirs);
    setVersion(now.version);
    setBase(theirs);
    setDraft(merged.draft);
    meanwhile.tell({ before: base, theirs, changes: merged.changes });
    save.reset();
  };

  const submit = () => {
    const found = personProblems(draft);
    setProblems(found);
    if (Object.keys(found).length > 0 || save.isPending) return;
    save.mutate(
      { id, version, person: personOf(draft) },
      {
        onSuccess: onSaved,
        onError: (error) => {
          if (error instanceof ApiError && error.status === 409) void takeUp();
        },
      },
    );
  };

  return {
    draft,
    change: (part: Partial<PersonDraft>) => setDraft({ ...draft, ...part }),
    problems,
    changes: meanwhile.changes,
    submit,
    isSaving: save.isPending,
    error: save.error,
  };
};
