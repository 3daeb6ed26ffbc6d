import { Input, Label, TextField } from 'react-aria-components';
import { MOST_ANSWER_LENGTH, MOST_QUESTION_LENGTH } from '#contract/outreach-api.ts';
import type { QuestionDraft } from './survey-draft.ts';

interface QuestionFieldsProps {
  readonly text: QuestionDraft;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly onChange: (text: QuestionDraft) => void;
}

interface LineProps extends Pick<QuestionFieldsProps, 'lang' | 'dir'> {
  readonly label: string;
  readonly value: string;
  readonly most: number;
  readonly onChange: (value: string) => void;
}

const Line = ({ label, value, most, lang, dir, onChange }: LineProps) => (
  <TextField className="field" value={value} maxLength={most} onChange={onChange} autoComplete="off">
    <Label>{label}</Label>
    <Input className="input" lang={lang} dir={dir} />
  </TextField>
);

/** One question in one language, with its answers as they stand on the buttons. */
export const QuestionFields = ({ text, lang, dir, onChange }: QuestionFieldsProps) => (
  <>
    <Line
      {...{ lang, dir, label: 'Question', value: text.question, most: MOST_QUESTION_LENGTH }}
      onChange={(question) => onChange({ ...text, question })}
    />
    <div className="field-columns">
      {text.answers.map((answer, at) => (
        <Line
          // The place of an answer is what it is.
          // biome-ignore lint/suspicious/noArrayIndexKey: answers have no name but their place
          key={at}
          {...{ lang, dir, label: `Answer ${at + 1}${at > 1 ? ' (optional)' : ''}`, value: answer }}
          most={MOST_ANSWER_LENGTH}
          onChange={(value) =>
            onChange({ ...text, answers: text.answers.map((one, place) => (place === at ? value : one)) })
          }
        />
      ))}
    </div>
  </>
);
