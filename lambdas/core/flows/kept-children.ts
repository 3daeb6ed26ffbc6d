import type { Child } from '../directory.ts';
import type { StepInput } from '../steps/step.ts';
import type { FlowState } from './flow.ts';

/** Whoever has more children in school writes their names anew. */
const MOST_CHILDREN = 12;

/** The child of a flow as the profile keeps it: one that we know with what is new, or a new one. */
export const keptChildren = (input: StepInput, { draft, kind }: FlowState) => {
  const children = input.conversation.profile.children ?? [];
  if (!draft.child) return { children, isNew: false };
  const known = children.find(({ id }) => id === draft.childId);
  const last = Math.max(0, ...children.map(({ id }) => Number(id.slice(1))));
  const teacher = kind !== 'message' || draft.to?.role === 'teacher' ? draft.to?.person : undefined;
  const child: Child = {
    ...known,
    id: known?.id ?? `c${last + 1}`,
    name: draft.child.name,
    ...(draft.child.grade ? { grade: draft.child.grade } : {}),
    ...(draft.school ? { school: draft.school } : {}),
    ...(teacher && draft.to?.role === 'teacher' ? { teacher } : {}),
  };
  const others = children.filter(({ id }) => id !== child.id);
  return { children: [...others, child].slice(-MOST_CHILDREN), child, isNew: !known };
};
