/**
 * Every number that WhatsApp sets, in one place. Where Meta does not say what it counts, we count UTF-16
 * code units, the largest count there is, and cut between graphemes.
 */
export const LIMITS = {
  /** Meta, "Text messages" and "Send messages", 2026-09. */
  textBody: 4096,
  /** Meta, "Reply buttons" and "Interactive list messages". Meta's pages give a list body 1,024 or 4,096, 2026-09. */
  interactiveBody: 1024,
  /** Meta, "Reply buttons", 2026-09. Titles must differ. */
  buttons: 3,
  buttonTitle: 20,
  /** Meta, "Interactive list messages", 2026-09. Rows are counted over all sections. */
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
  /** The words on the button that opens the list. */
  listLabel: 20,
  /** A row's id; a button's may have 256, but one choice must fit either. */
  choiceId: 200,
  /** The words below a document. Meta, "Document messages", 2025-11. */
  caption: 1024,
  /**
   * What is filled into a template. Ours: Meta counts the whole body, 1,024 ("Template components", 2026-05), and our
   * longest has three places and fewer than 400 characters of its own.
   */
  templateParameter: 200,
  /** `biz_opaque_callback_data`. Meta, Cloud API reference, 2026-09. */
  tag: 512,
} as const;

/**
 * The largest webhook that is looked at, in bytes. Meta promises at most 3 MB (Meta, "Create a webhook
 * endpoint", 2026-09); a third more in case it means something else by MB. Lambda itself refuses beyond 6 MB.
 */
export const MAX_WEBHOOK_BYTES = 4 * 1024 * 1024;

/** The largest answer to a request of ours that is read, in bytes. Real ones have a few hundred. */
export const MAX_ANSWER_BYTES = 64 * 1024;

/** How long the tick and "typing…" may take, in milliseconds; nobody waits for them. */
export const READ_TIMEOUT_MS = 2000;

/**
 * How long a file's upload may take, in milliseconds: a calendar file has two kilobytes. Short, because the message
 * itself follows under the same lease.
 */
export const UPLOAD_TIMEOUT_MS = 3000;

/** The longest wait between two attempts, in milliseconds: the longest that SQS delays a message (AWS, 2026-09). */
export const MAX_WAIT_MS = 15 * 60 * 1000;

/**
 * First wait in milliseconds and its growth per attempt, by what has to slow down. The pair's is Meta's own
 * advice, 4^X seconds (Meta, "About the platform", 2026-09); the rest are ours: the wider the scope, the longer.
 */
export const WAITS = {
  pair: { firstMs: 1000, growth: 4 },
  number: { firstMs: 5000, growth: 2 },
  account: { firstMs: 60_000, growth: 2 },
  app: { firstMs: 60_000, growth: 2 },
  service: { firstMs: 2000, growth: 2 },
} as const;

/** The part of a wait by which chance may lengthen it, so that many senders do not come back at once. */
export const JITTER = 0.25;
