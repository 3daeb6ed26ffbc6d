import { type Barrier, missingBarriers } from '#contract/event-barriers.ts';
import { useMe } from '../../api/use-me.ts';
import { WordsField } from '../people/words-field.tsx';
import { Chips } from '../schools/chips.tsx';
import { Radios } from '../schools/radios.tsx';
import { describedBy } from './described.ts';
import { BARRIER_HINTS } from './event-words.ts';
import { Group, type PartProps } from './group.tsx';
import { SaidField } from './said-field.tsx';

const COSTS = [
  { id: 'unknown', words: 'Not said' },
  { id: 'free', words: 'Free' },
  { id: 'person', words: 'So much for each person' },
  { id: 'family', words: 'So much for the family' },
] as const;

const Hint = ({ words }: { words: string | undefined }) => words && <p className="barrier-hint">{words}</p>;

interface HintedProps extends PartProps {
  /** What a family does that does not know; nothing where it is said, or where nobody asks. */
  readonly hintOf: (barrier: Barrier) => string | undefined;
}

const Where = ({ draft, change, hintOf }: HintedProps) => (
  <>
    <div className="field-columns">
      <WordsField
        name="placeName"
        label="Place"
        hint="As people call it: “Lincoln gym”."
        isRequired={false}
        value={draft.placeName}
        onChange={(placeName) => change({ placeName })}
      />
      <WordsField
        name="placeAddress"
        label="Address"
        hint="Street, number, city: families get a map."
        isRequired={false}
        value={draft.placeAddress}
        onChange={(placeAddress) => change({ placeAddress })}
      />
    </div>
    <Hint words={hintOf('where')} />
    <SaidField
      name="isOnline"
      label="Is it online?"
      value={draft.isOnline}
      onChange={(isOnline) => change({ isOnline })}
    />
    <WordsField
      name="link"
      label="Link"
      hint="Where to sign up, or to join."
      type="url"
      isRequired={false}
      value={draft.link}
      onChange={(link) => change({ link })}
    />
  </>
);

const Cost = ({ draft, change, hintOf }: HintedProps) => (
  <>
    <Radios
      label="What does it cost?"
      name="cost"
      options={COSTS}
      chosen={draft.cost}
      onChoose={(cost) => change({ cost })}
    />
    {(draft.cost === 'person' || draft.cost === 'family') && (
      <WordsField name="amount" label="Dollars" value={draft.amount} onChange={(amount) => change({ amount })} />
    )}
    <Hint words={hintOf('cost')} />
  </>
);

const Interpreters = ({ draft, change, hintOf }: HintedProps) => {
  const me = useMe();
  return (
    <>
      <Chips
        name="interpreters"
        label="Interpreters will be there for"
        options={me.languages.filter(({ lang }) => lang !== 'en').map(({ lang, name }) => ({ id: lang, words: name }))}
        chosen={draft.interpreters}
        onChoose={(interpreters) => change({ interpreters })}
      />
      <SaidField
        name="interpreterOnRequest"
        label="Can families ask for an interpreter?"
        hint={hintOf('interpreters')}
        value={draft.interpreterOnRequest}
        onChange={(interpreterOnRequest) => change({ interpreterOnRequest })}
      />
    </>
  );
};

/** Where it is, and all that keeps families away when they do not know it. */
export const BarriersPart = ({ draft, change }: PartProps) => {
  const missing = missingBarriers(describedBy(draft));
  const hintOf = (barrier: Barrier) => (missing.includes(barrier) ? BARRIER_HINTS[barrier] : undefined);
  const said = (name: 'childcare' | 'food' | 'ride', label: string) => (
    <SaidField
      {...{ name, label }}
      hint={hintOf(name)}
      value={draft[name]}
      onChange={(value) => change({ [name]: value })}
    />
  );
  const props = { draft, change, hintOf };
  return (
    <>
      <Group title="Where">
        <Where {...props} />
      </Group>
      <Group
        title="What decides whether a family can come"
        hint="What is not said here is not told to families, and many stay away."
      >
        <Cost {...props} />
        {said('childcare', 'Can small children come, or does somebody look after them?')}
        {said('food', 'Is there food?')}
        {said('ride', 'Is there a bus or a ride?')}
        <Interpreters {...props} />
        <SaidField
          name="noIdAsked"
          label="Can families come without an ID?"
          hint={hintOf('noId')}
          value={draft.noIdAsked}
          onChange={(noIdAsked) => change({ noIdAsked })}
        />
        <div className="field-columns">
          <WordsField
            name="contactName"
            label="Whom to ask"
            isRequired={false}
            value={draft.contactName}
            onChange={(contactName) => change({ contactName })}
          />
          <WordsField
            name="contactPhone"
            label="Phone"
            type="tel"
            isRequired={false}
            value={draft.contactPhone}
            onChange={(contactPhone) => change({ contactPhone })}
          />
        </div>
        <Hint words={hintOf('contact')} />
      </Group>
    </>
  );
};
