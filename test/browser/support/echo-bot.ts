/** A school that answers by what it is asked for: enough to see every kind of bubble without the real bot. */

const SEVERAL = Array.from({ length: 10 }, (_, index) => ({
  id: `row-${index + 1}`,
  title: `Topic ${index + 1}`,
  description: `What topic ${index + 1} is about`,
}));

const LONG_WORDS = 'Your child may be absent when *sick*. Call the office _before 9:00_: https://example.org/absence.';

const ANSWERS: Record<string, object> = {
  buttons: {
    type: 'interactive',
    interactive: {
      type: 'button',
      body: { text: '¿En qué idioma quiere hablar?' },
      action: {
        buttons: [
          { type: 'reply', reply: { id: 'lang:es', title: 'Español' } },
          { type: 'reply', reply: { id: 'lang:fa', title: 'دری' } },
          { type: 'reply', reply: { id: 'lang:en', title: 'English' } },
        ],
      },
    },
  },
  list: {
    type: 'interactive',
    interactive: {
      type: 'list',
      body: { text: 'What would you like to know?' },
      action: { button: 'Choose a topic', sections: [{ rows: SEVERAL }] },
    },
  },
  dari: { type: 'text', text: { body: 'سلام! مکتب ساعت ۸ صبح شروع می‌شود.\nشماره دفتر: 312-555-0100' } },
  marks: { type: 'text', text: { body: LONG_WORDS } },
};

interface Inbound {
  readonly id: string;
  readonly from_user_id: string;
  readonly text?: { readonly body: string };
  readonly interactive?: Record<string, { readonly title?: string }>;
}

const wordsOf = ({ text, interactive }: Inbound) =>
  text?.body ?? interactive?.['button_reply']?.title ?? interactive?.['list_reply']?.title ?? 'something';

/** @param graphUrl the address up to and with the number's id */
export const createEchoBot = (graphUrl: string, accessToken: string) => {
  const post = (body: object) =>
    fetch(`${graphUrl}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ messaging_product: 'whatsapp', ...body }),
    }).catch(() => undefined);
  const answer = async (message: Inbound) => {
    const words = wordsOf(message);
    await post({ status: 'read', message_id: message.id, typing_indicator: { type: 'text' } });
    if (words === 'wait') return;
    const reply = ANSWERS[words] ?? { type: 'text', text: { body: `You said: ${words}` } };
    await post({ recipient: message.from_user_id, context: { message_id: message.id }, ...reply });
  };
  return async (rawBody: Buffer): Promise<number> => {
    const { entry } = JSON.parse(rawBody.toString('utf8')) as {
      entry: { changes: { value: { messages?: Inbound[] } }[] }[];
    };
    const messages = entry.flatMap(({ changes }) => changes.flatMap(({ value }) => value.messages ?? []));
    for (const message of messages) void answer(message);
    return 200;
  };
};
