import { useEffect, useState } from 'react';
import type { HandoffView } from '#contract/desk-api.ts';
import { handoffKey } from '../api/known.ts';
import { useMe } from '../api/use-me.ts';
import { usePreview } from '../api/use-preview.ts';
import { announce } from '../frame/announce.tsx';
import { useActing } from '../thread/use-acting.ts';
import { keepDraft, useDraft } from './drafts.ts';
import { planSending, type Reply } from './plan-sending.ts';

/** What is being written to a family, how it would read, and how it can go out. */
export const useSending = (handoff: HandoffView) => {
  const me = useMe();
  const key = handoffKey(handoff);
  const draft = useDraft(key);
  const { run, isPending } = useActing(handoff);
  const { preview, isCurrent, error } = usePreview({ text: draft.reply, lang: handoff.lang, topic: handoff.topic?.id });
  const [isWanted, setIsWanted] = useState(false);
  const plan = planSending({
    original: draft.reply.trim(),
    lang: handoff.lang,
    // Where not even a preview can be had, English is what is left.
    hasTranslation: me.translation === 'machine' && !error,
    isDanger: handoff.danger !== undefined,
    preview,
    isCurrent,
    checked: draft.checked,
  });

  const send = async (reply: Reply) => {
    if (!(await run(reply))) return;
    keepDraft(key, { reply: '', checked: '' });
    announce('Reply sent', 'heard');
  };
  const isSafe = preview !== undefined && preview.changes.length === 0;
  // Who sent while the translation was on its way need not press again, unless there is something to look at first.
  useEffect(() => {
    if (!isWanted || plan.isPreparing) return;
    setIsWanted(false);
    if (plan.reply && isSafe) void send(plan.reply);
  });

  return {
    draft,
    plan,
    preview,
    isCurrent,
    error,
    isPending,
    write: (reply: string) => {
      setIsWanted(false);
      keepDraft(key, { reply });
    },
    check: (checked: string) => keepDraft(key, { checked }),
    sendNow: () => {
      if (isPending) return;
      if (plan.reply) void send(plan.reply);
      else if (plan.isPreparing) setIsWanted(true);
    },
    sendInEnglish: () => {
      if (plan.inEnglish && !isPending) void send(plan.inEnglish);
    },
  };
};
