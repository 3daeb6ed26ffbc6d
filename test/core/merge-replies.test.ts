import { mergeReplies } from '#core/merge-replies.ts';
import type { Reply } from '#core/reply.ts';

const reply = (body: string, parts: Partial<Reply> = {}): Reply => ({
  purpose: 'answer',
  lang: 'en',
  body,
  choices: [],
  choicesLabel: 'Choose',
  ...parts,
});
const safety = reply('call 911', { purpose: 'safety' });
const menu = [{ id: 'menu', title: 'Menu' }];
const person = [{ id: 'person', title: 'A person' }];

describe('replies that could not go out yet', () => {
  it('none: the new ones go as they are', () => {
    const replies = [reply('new')];

    expect(mergeReplies([], replies)).toBe(replies);
  });

  it('one, and a new one: one message, the earlier words first', () => {
    expect(mergeReplies([reply('old')], [reply('new')])).toEqual([reply('old\n\nnew')]);
  });

  it('two of the same words: said once', () => {
    expect(mergeReplies([reply('same'), reply('same')], [reply('same')])).toEqual([reply('same')]);
  });

  it('the new one says what can be tapped, what it quotes and in which language', () => {
    const [merged] = mergeReplies(
      [reply('old', { choices: menu, lang: 'es' })],
      [reply('new', { choices: person, lang: 'en' })],
    );

    expect(merged).toMatchObject({ choices: person, lang: 'en' });
  });

  it('an earlier file is not lost', () => {
    const document = { fileName: 'night.ics', mimeType: 'text/calendar', text: 'BEGIN:VCALENDAR' };

    expect(mergeReplies([reply('old', { document })], [reply('new')])).toEqual([reply('old\n\nnew', { document })]);
  });

  it('what a template announces in its place stands by itself: the template tells of that alone', () => {
    const announcement = { template: 'event_reminder', language: 'es', choice: 'x', isWhole: true };
    const [reminder, cancelled] = [reply('reminder', { announcement }), reply('cancelled', { announcement })];

    expect(mergeReplies([reply('old'), reminder], [cancelled])).toEqual([reminder, cancelled, reply('old')]);
  });

  it('the earlier choices stay where the new one has none', () => {
    expect(mergeReplies([reply('old', { choices: menu })], [reply('new')])[0]?.choices).toEqual(menu);
  });

  it('several, and nothing new: one message', () => {
    expect(mergeReplies([reply('one'), reply('two', { choices: menu })], [])).toEqual([
      reply('one\n\ntwo', { choices: menu }),
    ]);
  });
});

describe('a question of ours that could not go out yet', () => {
  const question = reply('which one?', { purpose: 'choices', choices: menu });

  it('is not asked any more once there is something new to say', () => {
    expect(mergeReplies([question], [reply('new')])).toEqual([reply('new')]);
  });

  it('is asked where there is nothing new', () => {
    expect(mergeReplies([question], [])).toEqual([question]);
  });
});

describe('the safety text stands alone', () => {
  it('new: it goes first, what was carried after it', () => {
    expect(mergeReplies([reply('old')], [safety])).toEqual([safety, reply('old')]);
  });

  it('carried and said again: once', () => {
    expect(mergeReplies([safety], [safety])).toEqual([safety]);
  });

  it('carried: it goes first, the new one after it', () => {
    expect(mergeReplies([safety], [reply('new')])).toEqual([safety, reply('new')]);
  });

  it('carried, and nothing new: it goes as it is', () => {
    expect(mergeReplies([safety], [])).toEqual([safety]);
  });

  it('carried with another, and nothing new: nothing is put around it', () => {
    expect(mergeReplies([safety, reply('other')], [])).toEqual([safety, reply('other')]);
  });

  it('carried with another, and a new one: none of them is lost', () => {
    expect(mergeReplies([safety, reply('other')], [reply('new')])).toEqual([safety, reply('other\n\nnew')]);
  });
});
