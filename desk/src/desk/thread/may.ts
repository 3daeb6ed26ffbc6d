/** What somebody may do with a conversation. The server decides; this only leaves out what it would refuse. Pure. */
import type { HandoffView, Me } from '#contract/desk-api.ts';

export interface May {
  readonly claim: boolean;
  /** Take it from the colleague who has it. */
  readonly takeOver: boolean;
  readonly release: boolean;
  readonly assign: boolean;
  readonly resolve: boolean;
  readonly reopen: boolean;
  readonly reply: boolean;
  /** Remove everything about the family. */
  readonly erase: boolean;
}

/** @returns what the person may do with the handoff as it stands */
export const mayDo = ({ status, owner }: Pick<HandoffView, 'status' | 'owner'>, { person }: Me): May => {
  const isLead = person.role === 'lead' || person.role === 'admin';
  const isMine = owner?.id === person.id;
  const isClaimed = status === 'claimed';
  return {
    claim: status === 'open',
    takeOver: isClaimed && !isMine && isLead,
    release: isClaimed && (isMine || isLead),
    assign: status === 'open' || (isClaimed && (isMine || isLead)),
    resolve: isClaimed && (isMine || isLead),
    reopen: status === 'resolved',
    reply: isClaimed && isMine,
    erase: isLead,
  };
};
