import { CATEGORIES } from '#core/opportunities/opportunity.ts';
import { Choice } from '../improve/choice.tsx';
import { Radios } from '../schools/radios.tsx';
import { CATEGORY_WORDS, FORM_CHOICES } from './event-words.ts';
import { Group, type PartProps } from './group.tsx';

const CATEGORY_CHOICES = CATEGORIES.map((id) => ({ id, words: CATEGORY_WORDS[id] }));

/** What it is. */
export const WhatPart = ({ draft, change }: PartProps) => (
  <Group title="What it is">
    <Radios
      label="Kind"
      name="form"
      options={FORM_CHOICES}
      chosen={draft.form}
      onChoose={(form) => change({ form, ...(form === 'deadline' ? { takesRsvp: false } : {}) })}
    />
    <Choice
      label="Families look for it as"
      options={CATEGORY_CHOICES}
      chosen={draft.category}
      onChoose={(category) => change({ category })}
    />
  </Group>
);
