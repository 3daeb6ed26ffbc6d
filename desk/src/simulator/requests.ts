/** What the page asks of the stand-in. */
import type { Knobs, MediaKind, TemplateMark } from '../../../bin/local/whatsapp/world.ts';

/** What a parent may send. */
export type Outgoing =
  | { readonly kind: 'text'; readonly text: string; readonly quotes?: string }
  | { readonly kind: 'tap'; readonly id: string; readonly title: string; readonly contextId: string }
  | { readonly kind: MediaKind | 'location' | 'contact' }
  | { readonly kind: 'reaction'; readonly emoji: string; readonly to: string };

/** The answer's body, or the sentence that says what is wrong. */
export type Asked = { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly sentence: string };

const sentenceOf = (body: unknown) =>
  typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string'
    ? body.error
    : 'The stand-in did not understand.';

const ask = async (path: string, body: object): Promise<Asked> => {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer: unknown = await response.json();
    return response.ok ? { ok: true, body: answer } : { ok: false, sentence: sentenceOf(answer) };
  } catch {
    return { ok: false, sentence: 'Homeroom is not running: start it again with npm start.' };
  }
};

export const send = (phoneId: string, number: string, outgoing: Outgoing) =>
  ask(`/api/phones/${phoneId}/messages`, { ...outgoing, number });
export const markShown = (phoneId: string, number: string) => ask(`/api/phones/${phoneId}/read`, { number });
export const addParent = (name: string, phone: string) =>
  ask('/api/phones', { name, ...(phone.trim() !== '' && { phone }) });
export const turnKnobs = (phone: string, knobs: Partial<Knobs>) => ask('/api/knobs', { phone, knobs });
export const markTemplate = (mark: TemplateMark) => ask('/api/templates', mark);
export const moveClock = (hours: number) => ask('/api/clock', { hours });
