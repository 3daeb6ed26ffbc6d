import { Button } from 'react-aria-components';
import type { Me } from '#contract/desk-api.ts';
import { useMe } from '../api/use-me.ts';
import { Icon } from '../frame/icons.tsx';
import type { SendingPlan } from './plan-sending.ts';
import type { useSending } from './use-sending.ts';

interface SendButtonsProps {
  /** The family's. */
  readonly language: Me['languages'][number];
  readonly sending: ReturnType<typeof useSending>;
}

const wordsOf = ({ reply, isPreparing }: SendingPlan, { name, lang }: Me['languages'][number], me: Me): string => {
  if (isPreparing) return 'Translating…';
  if (lang === 'en') return 'Send';
  return me.translation === 'none' || reply?.translation === 'none' ? 'Send in English' : `Send in ${name}`;
};

/** Sends, in the family's language where that can be, or in English. */
export const SendButtons = ({ language, sending }: SendButtonsProps) => {
  const { plan, isPending, draft, sendNow, sendInEnglish } = sending;
  const me = useMe();
  const isEmpty = draft.reply.trim() === '';
  return (
    <>
      {plan.inEnglish && (
        <Button className="button" isDisabled={isPending} onPress={sendInEnglish}>
          Send in English
        </Button>
      )}
      <Button
        className="button button-primary"
        isDisabled={isPending || isEmpty || !(plan.reply || plan.isPreparing)}
        onPress={sendNow}
      >
        <Icon name="send" />
        {isPending ? 'Sending…' : wordsOf(plan, language, me)}
      </Button>
    </>
  );
};
