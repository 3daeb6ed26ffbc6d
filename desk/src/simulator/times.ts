/** Times as the phone shows them. All in milliseconds since 1970, by the stand-in's clock. Pure but for the locale. */
import type { ChatMessage } from '../../../bin/local/whatsapp/world.ts';

const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const shortDay = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' });

export const timeOf = (at: number) => clock.format(at);
export const shortDayOf = (at: number) => shortDay.format(at);

const DAY_MS = 24 * 3_600_000;
const sameDay = (a: number, b: number) => new Date(a).toDateString() === new Date(b).toDateString();

export const dayOf = (at: number, now: number) => {
  if (sameDay(at, now)) return 'Today';
  return sameDay(at, now - DAY_MS) ? 'Yesterday' : day.format(at);
};

/** In a list of chats: the time today, the day before that. */
export const timeOrDayOf = (at: number, now: number) => (sameDay(at, now) ? timeOf(at) : shortDayOf(at));

/** WhatsApp lets a school write freely for 24 hours after the parent's last message. */
export const WINDOW_MS = DAY_MS;

/** Milliseconds left of the window; nothing where the parent has never written. */
export const windowLeftMs = (messages: readonly ChatMessage[], now: number): number | undefined => {
  const last = messages.findLast((message) => message.from === 'parent');
  return last && Math.min(WINDOW_MS, Math.max(0, last.at + WINDOW_MS - now));
};

/** `23 h 58 min`. */
export const durationOf = (ms: number) => {
  const minutes = Math.ceil(ms / 60_000);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
};
