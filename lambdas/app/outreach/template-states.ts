import type { Clock, Queues, TemplateChanged } from '#app/ports.ts';
import { type TemplateStates, templateKey } from '#core/outreach/outreach.ts';
import { stateAfterRefusal } from '#core/outreach/template-refusal.ts';
import type { OutreachSettingsStore } from './ports.ts';

/**
 * Reports a template that WhatsApp has refused to send, so that the next family gets another one. Of a hundred refusals
 * in a row hardly more than the first is reported: the rest is known by then.
 * @param known how templates stand as far as is known here
 */
export const reportRefusals =
  ({ queues, known }: { readonly queues: Pick<Queues, 'sendTrackEvents'>; readonly known: () => TemplateStates }) =>
  async (name: string, language: string, code: number): Promise<void> => {
    const status = stateAfterRefusal(code, 0)?.status;
    if (!status || known()[templateKey(name, language)]?.status === status) return;
    await queues.sendTrackEvents([{ kind: 'template_changed', name, language, status }]);
  };

/** Keeps how a template stands, as a webhook or a refusal has told. */
export const keepTemplate =
  ({
    settings,
    clock,
  }: {
    readonly settings: Pick<OutreachSettingsStore, 'saveTemplateState'>;
    readonly clock: Clock;
  }) =>
  async ({ name, language, status, category }: TemplateChanged): Promise<void> =>
    settings.saveTemplateState(templateKey(name, language), {
      at: clock.now(),
      ...(status ? { status } : {}),
      ...(category ? { category } : {}),
    });
