import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { sentenceOf } from '../../api/errors.ts';
import { counted } from '../../charts/shares.ts';
import { TopicBox, type TopicChoice } from './topic-box.tsx';

/** The API takes so many in one request. */
const MOST_AT_ONCE = 100;

interface LinkFormProps {
  readonly topics: readonly TopicChoice[];
  readonly isBusy: boolean;
  readonly onLink: (topic: TopicChoice) => void;
}

const LinkForm = ({ topics, isBusy, onLink }: LinkFormProps) => {
  const [topic, setTopic] = useState<TopicChoice>();
  return (
    <Form
      className="link-bar-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (topic && !isBusy) onLink(topic);
      }}
    >
      <TopicBox topics={topics} chosen={topic} onChoose={setTopic} />
      <Button type="submit" className="button button-primary" isDisabled={!topic}>
        {isBusy ? 'Linking…' : 'Link'}
      </Button>
    </Form>
  );
};

interface LinkBarProps extends LinkFormProps {
  /** How many questions are chosen. */
  readonly count: number;
  readonly error: unknown;
  readonly onClear: () => void;
}

/** Links what is chosen to a topic. It stays in sight at the foot of the page. */
export const LinkBar = ({ count, error, onClear, ...form }: LinkBarProps) => (
  <section className="link-bar" aria-label="Link the chosen questions">
    <div className="link-bar-count">
      <p role="status">
        {count === 0 ? 'Choose questions to link them to a topic.' : `${counted(count, 'question')} chosen`}
      </p>
      {count > 0 && (
        <Button className="button button-quiet" onPress={onClear}>
          Choose none
        </Button>
      )}
    </div>
    {count > 0 && count <= MOST_AT_ONCE && <LinkForm {...form} />}
    {count > MOST_AT_ONCE && <p className="link-bar-error">Choose at most {MOST_AT_ONCE} questions at a time.</p>}
    {error !== null && (
      <p className="link-bar-error" role="alert">
        {sentenceOf(error)}
      </p>
    )}
  </section>
);
