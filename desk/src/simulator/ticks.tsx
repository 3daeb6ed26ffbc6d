import type { ChatMessage, Status } from '../../../bin/local/whatsapp/world.ts';
import { Icon } from './icons.tsx';

const WORDS: Record<Status, string> = {
  accepted: 'Accepted',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  failed: 'Not delivered',
};

const Tick = ({ isDouble }: { isDouble: boolean }) => (
  <svg className="ticks-mark" width="18" height="12" viewBox="0 0 18 12" aria-hidden="true" focusable="false">
    <path d="M1 6.5l3.5 3.5L11.5 2" />
    {isDouble && <path d="M8 9.2l.9.8L16.5 2" />}
  </svg>
);

/** One grey tick: sent. Two: delivered. Two blue: read. A clock: on its way. Red: failed. */
export const Ticks = ({ status }: { status: ChatMessage['status'] }) => (
  <span className={`ticks ticks-${status}`} role="img" aria-label={WORDS[status]} title={WORDS[status]}>
    {status === 'accepted' && <Icon name="waiting" size={13} />}
    {status === 'failed' && <Icon name="failed" size={14} />}
    {(status === 'sent' || status === 'delivered' || status === 'read') && <Tick isDouble={status !== 'sent'} />}
  </span>
);
