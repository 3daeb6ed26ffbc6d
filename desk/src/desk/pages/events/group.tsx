import type { ReactNode } from 'react';
import type { EventDraft } from './event-draft.ts';

/** What every part of the form is given. */
export interface PartProps {
  readonly draft: EventDraft;
  readonly change: (part: Partial<EventDraft>) => void;
}

/** Fields that belong together, under their heading. */
export const Group = ({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) => (
  <fieldset className="card form-group">
    <legend>{title}</legend>
    {hint && <p className="hint">{hint}</p>}
    {children}
  </fieldset>
);
