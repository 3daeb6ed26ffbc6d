import type { QueryClient } from '@tanstack/react-query';
import type { HandoffView, Thread } from '#contract/desk-api.ts';

type Named = Pick<HandoffView, 'contact' | 'id'>;

/** Under what a thread is remembered. */
export const threadKey = ({ contact, id }: Named) => ['thread', contact, id] as const;

/** Reads the threads again whose handoff has changed since. */
export const refreshThreads = (client: QueryClient, told: readonly HandoffView[]): void => {
  for (const handoff of told) {
    const queryKey = threadKey(handoff);
    const held = client.getQueryData<Thread>(queryKey);
    if (held && held.handoff.version < handoff.version) void client.invalidateQueries({ queryKey });
  }
};
