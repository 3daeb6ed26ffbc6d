import { render, renderAnnouncement, renderRead } from '#adapters/whatsapp/render.ts';
import { choicesOf, PHONE, QUOTED, replyOf, USER_ID } from './samples.ts';

const frame = { messaging_product: 'whatsapp', recipient_type: 'individual', biz_opaque_callback_data: 'bot/7/0' };

describe('the request of a reply', () => {
  it('of text has no preview and names the tag', () => {
    expect(render(replyOf({ body: 'https://x.org' }), { phone: PHONE }, 'bot/7/0')).toEqual({
      ...frame,
      to: `+${PHONE}`,
      type: 'text',
      text: { preview_url: false, body: 'https://x.org' },
    });
  });

  it.each([
    ['user id and phone number', { userId: USER_ID, phone: PHONE }],
    ['a user id alone', { userId: USER_ID }],
  ])('to somebody with %s goes to the user id and has no phone number in it', (_, address) => {
    const request = render(replyOf(), address, 'bot/7/0');
    expect(request).toMatchObject({ recipient: USER_ID });
    expect(request).not.toHaveProperty('to');
  });

  it('that quotes names the message quoted', () => {
    expect(render(replyOf({ quotes: QUOTED }), { phone: PHONE }, 'bot/7/0')).toMatchObject({
      context: { message_id: QUOTED },
    });
  });

  it('with few choices has buttons', () => {
    expect(render(replyOf({ choices: choicesOf('Bus') }), { phone: PHONE }, 'bot/7/0')).toEqual({
      ...frame,
      to: `+${PHONE}`,
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: 'School starts at 8:05.' },
        action: { buttons: [{ type: 'reply', reply: { id: 'topic:0', title: 'Bus' } }] },
      },
    });
  });

  it('with more choices has a list', () => {
    const choices = [...choicesOf('A', 'B', 'C'), { id: 'd', title: 'D', description: 'Fourth' }];
    expect(render(replyOf({ choices }), { phone: PHONE }, 'bot/7/0')).toMatchObject({
      interactive: { type: 'list', action: { button: 'Choose', sections: [{ rows: choices }] } },
    });
  });
});

describe('the request of an announcement', () => {
  const announced = (text: string) =>
    renderAnnouncement(
      {
        ...{ template: 'event_reminder', language: 'pt_BR', choice: 'ev:show:a:b' },
        parameters: [
          { name: 'title', text },
          { name: 'when', text: 'amanhã' },
        ],
      },
      { phone: PHONE },
      'bot/7/0',
    ).template.components;
  const titleOf = (text: string) => {
    const [body] = announced(text);
    return body?.type === 'body' ? (body.parameters[0]?.text ?? '') : '';
  };

  it('names the template, its language, what is filled in by name, and our choice on its button', () => {
    expect(announced('Noite da família')).toEqual([
      {
        type: 'body',
        parameters: [
          { type: 'text', parameter_name: 'title', text: 'Noite da família' },
          { type: 'text', parameter_name: 'when', text: 'amanhã' },
        ],
      },
      {
        type: 'button',
        sub_type: 'quick_reply',
        index: '0',
        parameters: [{ type: 'payload', payload: 'ev:show:a:b' }],
      },
    ]);
  });

  it.each([
    ['line breaks, tabs and rows of spaces', 'Noite\r\n\tda      família ', 'Noite da família'],
    ['what WhatsApp cannot read', 'Noite\u0000 \uD800', 'Noite \uFFFD'],
    ['nothing', ' \n ', '–'],
  ])('has no %s in what is filled in', (_, given, text) => {
    expect(titleOf(given)).toBe(text);
  });

  it('cuts what is too long between letters as people see them', () => {
    const family = '👩\u200D👩\u200D👧\u200D👦';
    const title = titleOf(family.repeat(40));

    expect(title.length).toBeLessThanOrEqual(200);
    expect(title).toBe(`${family.repeat(Math.floor(199 / family.length))}…`);
  });
});

describe('the tick of a message', () => {
  it('also shows that somebody is typing', () => {
    expect(renderRead(QUOTED)).toEqual({
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: QUOTED,
      typing_indicator: { type: 'text' },
    });
  });
});
