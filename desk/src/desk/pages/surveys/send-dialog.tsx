import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { SurveyReach, SurveyView } from '#contract/outreach-api.ts';
import type { Lang } from '#core/language.ts';
import { sentenceOf } from '../../api/errors.ts';
import { useMe } from '../../api/use-me.ts';
import { Loading, Trouble } from '../../frame/states.tsx';
import { languageOf } from '../../words/languages.ts';
import { dollars, surveyTitle } from './survey-words.ts';
import { useMoveSurvey, useReach } from './use-surveys.ts';

interface SendDialogProps {
  readonly survey: SurveyView;
  readonly onClose: () => void;
  readonly onSent: (families: number) => void;
}

const Languages = ({ counts }: { counts: SurveyReach['byLanguage'] }) => {
  const me = useMe();
  return (
    <>
      {Object.entries(counts)
        .map(([lang, count]) => `${languageOf(me, lang as Lang).name} ${count}`)
        .join(', ')}
    </>
  );
};

const Reach = ({ reach }: { reach: SurveyReach }) => (
  <>
    <dl className="survey-reach">
      <dt>Families</dt>
      <dd>
        {reach.families}
        {reach.families > 0 && (
          <>
            : <Languages counts={reach.byLanguage} />
          </>
        )}
      </dd>
      {Object.keys(reach.withoutWords).length > 0 && (
        <>
          <dt>Left out, no words in their language</dt>
          <dd>
            <Languages counts={reach.withoutWords} />
          </dd>
        </>
      )}
      <dt>WhatsApp’s fees, at most</dt>
      <dd>{dollars(reach.cents)}</dd>
      <dt>Sent within</dt>
      <dd>{reach.minutes === 1 ? 'a minute' : `${reach.minutes} minutes`}, outside quiet hours</dd>
    </dl>
    {reach.notes.map((note) => (
      <p key={note} className="survey-note">
        {note}
      </p>
    ))}
    {reach.families === 0 && (
      <p className="survey-note">
        Nobody who agreed to short questions fits. Families agree in the chat: “Short questions”.
      </p>
    )}
  </>
);

/** Shows who would be asked, and what it costs, before anything is sent. */
export const SendDialog = ({ survey, onClose, onSent }: SendDialogProps) => {
  const { data: reach, error, refetch } = useReach(survey.id);
  const move = useMoveSurvey();
  const send = () =>
    reach &&
    !move.isPending &&
    move.mutate({ id: survey.id, version: survey.version, to: 'running' }, { onSuccess: () => onSent(reach.families) });
  return (
    <ModalOverlay className="dialog-veil" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="dialog">
        <Dialog className="dialog-body" role="alertdialog">
          <Heading slot="title">Send “{surveyTitle(survey)}”?</Heading>
          {error && <Trouble error={error} onRetry={() => void refetch()} />}
          {!reach && !error && <Loading />}
          {reach && <Reach reach={reach} />}
          {move.error && (
            <p className="field-error" role="alert">
              {sentenceOf(move.error)}
            </p>
          )}
          <div className="dialog-buttons">
            <Button className="button" onPress={onClose} autoFocus>
              Not now
            </Button>
            <Button className="button button-primary" isDisabled={!reach || reach.families === 0} onPress={send}>
              {move.isPending ? 'Sending…' : `Send to ${reach?.families ?? '…'}`}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
