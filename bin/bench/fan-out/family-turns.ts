import type { OutreachStore } from '../../../lambdas/app/outreach/ports.ts';
import type { ContactId } from '../../../lambdas/core/ids.ts';
import type { ContactEvent } from '../../../lambdas/core/inbound.ts';

interface Family {
  /** The event that its last turn was made of. */
  seen: string;
  sent: number;
}

/**
 * The turns of families as far as a fan-out has to do with them: an event is known by its id, the turn is committed and
 * sent as one step (what is between is proved by `test/property/`), then the family is taken out of those who are due.
 */
export const createFamilyTurns = ({
  outreach,
  step,
  onSend,
}: {
  readonly outreach: OutreachStore;
  /** Called between any two steps; it may throw. */
  readonly step: () => void;
  readonly onSend: () => void;
}) => {
  const families = new Map<ContactId, Family>();
  return {
    families,
    take: async (event: ContactEvent): Promise<void> => {
      if (event.kind !== 'outreach_due') return;
      step();
      const family = families.get(event.contact) ?? { seen: '', sent: 0 };
      if (family.seen !== event.id) {
        families.set(event.contact, { seen: event.id, sent: family.sent + 1 });
        onSend();
      }
      step();
      await outreach.saveOutreach({
        ...{ contact: event.contact, number: event.number, turn: 2, lang: 'es' },
        ...{ schools: [], grades: [], follows: [] },
      });
      step();
    },
  };
};
