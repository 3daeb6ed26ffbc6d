import type { TemplateState } from './outreach.ts';

/**
 * What WhatsApp's refusal of a template says of it (Meta, "Error codes", 2026-09): 132001 it does not exist in this
 * language or is not approved, 132015 paused for its quality, 132016 paused too often and disabled, 132007 against a
 * policy. 132000, 132005, 132012 and 132018: what was filled in does not fit the text that was approved, which is then
 * another than ours, so that it cannot be sent until somebody mends it.
 */
const STATUS: Readonly<Record<number, TemplateState['status']>> = {
  132000: 'rejected',
  132001: 'missing',
  132005: 'rejected',
  132007: 'rejected',
  132012: 'rejected',
  132015: 'paused',
  132016: 'disabled',
  132018: 'rejected',
};

/** How a template stands after WhatsApp has refused it with a code; undefined where the code says nothing of templates. */
export const stateAfterRefusal = (code: number, at: number): TemplateState | undefined => {
  const status = STATUS[code];
  return status && { status, at };
};
