import { useState } from 'react';
import type { EventSaved, EventView } from '#contract/events-api.ts';
import { ApiError } from '../../api/errors.ts';
import { useApi } from '../../api/use-api.ts';
import { readEventNow } from '../../api/use-events.ts';
import { useSaveEvent } from '../../api/use-events-changes.ts';
import { threeWay } from '../schools/three-way.ts';
import { useMeanwhile } from '../schools/use-meanwhile.ts';
import { changeWords, labelOf } from './event-changes.ts';
import { type EventDraft, eventDraft } from './event-draft.ts';
import { type DraftProblems, draftProblems, editOf, isChanged } from './event-edit.ts';

interface EventFormOptions {
  /** Absent where one is added. */
  readonly view: EventView | undefined;
  /** What a new one begins with. */
  readonly from: () => EventDraft;
  readonly schoolName: (id: string) => string;
  readonly onSaved: (saved: EventSaved) => void;
}

/** The form of an event: what is written, what is wrong with it, and what a colleague saved in between. */
export const useEventForm = ({ view, from, schoolName, onSaved }: EventFormOptions) => {
  const api = useApi();
  const save = useSaveEvent();
  // Made once: a second try after a lost answer must not add it twice.
  const [id] = useState(() => view?.id ?? `e-${crypto.randomUUID()}`);
  const [version, setVersion] = useState(view?.version ?? 0);
  const [status, setStatus] = useState(view?.status ?? 'draft');
  const [base, setBase] = useState(() => (view ? eventDraft(view.event) : from()));
  const [draft, setDraft] = useState(base);
  const [problems, setProblems] = useState<DraftProblems>({});
  const meanwhile = useMeanwhile<EventDraft>(setDraft, {
    labelOf,
    changeWords: (field, before, theirs) => changeWords(field, before, theirs, schoolName),
  });

  const takeUp = async () => {
    const now = await readEventNow(api, id).catch(() => undefined);
    if (!now) return;
    const theirs = eventDraft(now.event);
    const merged = threeWay(base, draft, theirs);
    setVersion(now.version);
    setStatus(now.status);
    setBase(theirs);
    setDraft(merged.draft);
    meanwhile.tell({ before: base, theirs, changes: merged.changes });
    save.reset();
  };

  const begin = (saved: EventSaved) => {
    const now = eventDraft(saved.event.event);
    setVersion(saved.event.version);
    setStatus(saved.event.status);
    setBase(now);
    setDraft(now);
    meanwhile.forget();
    onSaved(saved);
  };

  const submit = (as: 'draft' | 'published') => {
    const found = draftProblems(draft);
    setProblems(found);
    const event = editOf(draft);
    if (!event || save.isPending) return;
    save.mutate(
      { id, version, status: as, event },
      {
        onSuccess: begin,
        onError: (error) => {
          if (error instanceof ApiError && error.status === 409) void takeUp();
        },
      },
    );
  };

  return {
    ...{ draft, problems, submit, status, isNew: version === 0 },
    changes: meanwhile.changes,
    change: (part: Partial<EventDraft>) => setDraft({ ...draft, ...part }),
    undo: () => {
      setDraft(base);
      setProblems({});
    },
    isDirty: version === 0 || isChanged(draft, base),
    /** Whether something would be lost; a form that was only opened holds nothing. */
    hasUnsaved: isChanged(draft, base),
    isSaving: save.isPending,
    // That a colleague was quicker is told beside what they changed.
    error: save.error instanceof ApiError && save.error.status === 409 && meanwhile.changes ? null : save.error,
  };
};

export type EventForm = ReturnType<typeof useEventForm>;
