import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { isSpan, SPANS, type Span } from './span.ts';

interface DaysChoiceProps {
  readonly days: Span;
  readonly onChoose: (days: Span) => void;
}

/** Chooses over how many days figures are counted or questions are listed. */
export const DaysChoice = ({ days, onChoose }: DaysChoiceProps) => (
  <ToggleButtonGroup
    className="spans"
    aria-label="Time"
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[days]}
    onSelectionChange={(keys) => {
      const [chosen] = keys;
      if (isSpan(chosen)) onChoose(chosen);
    }}
  >
    {SPANS.map((span) => (
      <ToggleButton key={span} id={span} className="span">
        {`${span} days`}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
