import type { HandoffView } from '#contract/desk-api.ts';
import { Icon } from '../frame/icons.tsx';
import { DANGER_NAMES, DANGER_STEPS } from '../words/handoffs.ts';
import { PhoneNumber } from './phone-number.tsx';

/** What to do first where somebody may be in danger. It stays until the matter is resolved. */
export const DangerBanner = ({ handoff }: { handoff: HandoffView }) => {
  const { contact, id, danger, status, isUrgent } = handoff;
  if (status === 'resolved' || !(danger || isUrgent)) return null;
  return (
    <section className="danger" aria-label="Urgent">
      <Icon name="urgent" />
      <p>
        <strong>{danger ? DANGER_NAMES[danger] : 'Urgent'}.</strong>{' '}
        {danger
          ? DANGER_STEPS[danger]
          : 'If anybody may be in danger, call 911 and follow the school’s protocol. Then answer this one first.'}{' '}
        <PhoneNumber key={`${contact} ${id}`} handoff={handoff} />
      </p>
    </section>
  );
};
