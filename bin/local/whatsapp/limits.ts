/**
 * WhatsApp's limits for sending, from Meta's "Send messages" and "Interactive messages" pages. Lengths
 * count UTF-16 code units: Meta names no unit, and this one is the strictest.
 */
export const LIMITS = {
  textBody: 4096,
  /** Meta's list page says 4096 and its OpenAPI description 1024: the stricter one. */
  interactiveBody: 1024,
  /** The words below a document. */
  caption: 1024,
  header: 60,
  footer: 60,
  buttons: 3,
  buttonTitle: 20,
  buttonId: 256,
  /** The words on the button that opens a list. */
  listButton: 20,
  sections: 10,
  sectionTitle: 24,
  /** Over all sections together. */
  rows: 10,
  rowTitle: 24,
  rowId: 200,
  rowDescription: 72,
  /** `biz_opaque_callback_data`. */
  tag: 512,
} as const;

/** Free-form messages may be sent for so long after the person's last message. */
export const WINDOW_MS = 24 * 3_600_000;

/** A typing indicator lasts so long, or until the next message. */
export const TYPING_MS = 25_000;

/** To one person: one message in six seconds, and bursts of up to 45. */
export const PAIR_RATE = { everyMs: 6000, burst: 45, burstMs: 6000 } as const;
