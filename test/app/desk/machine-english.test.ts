import { createMachineEnglish } from '#app/desk/machine-english.ts';
import { TranslationFailedError, type Translator } from '#app/desk/ports.ts';
import type { ThreadEntry } from '#contract/desk-api.ts';
import type { Lang } from '#core/language.ts';
import { NOW } from '../../support/stored.ts';

const never = () => new Promise<void>(() => {});
const words = (text: string, turn = 1): ThreadEntry => ({
  kind: 'parent',
  ...{ turn, index: 0, at: NOW },
  content: { kind: 'text', text },
});
const bot = (parts: Partial<Extract<ThreadEntry, { kind: 'homeroom' }>> = {}): ThreadEntry => ({
  kind: 'homeroom',
  ...{ turn: 1, index: 0, at: NOW, text: 'Hola', lang: 'es', purpose: 'notice', choices: [], delivery: 'sent' },
  ...parts,
});
const englishOf = (entries: readonly ThreadEntry[]) =>
  entries.map((entry) => ('english' in entry ? entry.english : undefined));

/** A service that puts brackets around what it is given. */
const bracketing = () => {
  const asked: string[] = [];
  const translator: Translator = {
    translate: async (text, from, to) => {
      asked.push(`${from}>${to} ${text}`);
      return `[${text}]`;
    },
  };
  return { translator, asked };
};
const langAt = (lang: Lang) => () => lang;

describe('English by a machine', () => {
  it("stands beside a parent's words and what the bot said, marked as a machine's", async () => {
    const { translator, asked } = bracketing();
    const english = createMachineEnglish(translator, never);
    const entries = await english.add([words('¿Cuándo?'), bot()], langAt('es'));
    expect(englishOf(entries)).toEqual([
      { text: '[¿Cuándo?]', by: 'machine' },
      { text: '[Hola]', by: 'machine' },
    ]);
    expect(asked.sort()).toEqual(['es>en Hola', 'es>en ¿Cuándo?']);
  });

  it('is not asked for where it is there, is not needed, or where there is nothing to translate', async () => {
    const { translator, asked } = bracketing();
    const english = createMachineEnglish(translator, never);
    const known = { text: 'Hello', by: 'content' as const };
    const by = { id: 'rivera', name: 'Ms. Rivera', title: 'front office' };
    const entries: ThreadEntry[] = [
      bot({ english: known }),
      bot({ lang: 'en' }),
      words('👍 123 https://example.org/abc'),
      { kind: 'parent', turn: 1, index: 1, at: NOW, content: { kind: 'location' } },
      { kind: 'note', turn: 1, index: 2, at: NOW, by, text: 'nota' },
    ];
    expect(await english.add(entries, langAt('es'))).toEqual(entries);
    expect(await english.add([words('hello')], langAt('en'))).toEqual([words('hello')]);
    expect(asked).toEqual([]);
  });

  it('is asked for once for the same words', async () => {
    const { translator, asked } = bracketing();
    const english = createMachineEnglish(translator, never);
    await english.add([words('Hola'), words('Hola', 2)], langAt('es'));
    await english.add([words('Hola')], langAt('es'));
    expect(asked).toEqual(['es>en Hola']);
  });

  it('is missing where the service fails, and the service is left in peace for this thread', async () => {
    let asked = 0;
    const broken: Translator = {
      translate: async () => {
        asked += 1;
        throw new TranslationFailedError('down');
      },
    };
    const entries = Array.from({ length: 40 }, (_, at) => words(`palabra ${at}`, at));
    expect(await createMachineEnglish(broken, never).add(entries, langAt('es'))).toEqual(entries);
    expect(asked).toBeLessThan(10);
  });

  it('is not waited for where the service is slow, and is there the next time', async () => {
    const answers: (() => void)[] = [];
    const slow: Translator = {
      translate: (text) => new Promise((resolve) => answers.push(() => resolve(`[${text}]`))),
    };
    const english = createMachineEnglish(slow, async () => {});
    expect(englishOf(await english.add([words('Hola')], langAt('es')))).toEqual([undefined]);
    for (const answer of answers) answer();
    await new Promise((resolve) => setImmediate(resolve));
    expect(englishOf(await english.add([words('Hola')], langAt('es')))).toEqual([{ text: '[Hola]', by: 'machine' }]);
  });

  it('asks for the newest words first', async () => {
    const { translator, asked } = bracketing();
    const entries = Array.from({ length: 20 }, (_, at) => words(`palabra ${at}`, at));
    await createMachineEnglish(translator, never).add(entries, langAt('es'));
    expect(asked[0]).toBe('es>en palabra 19');
  });

  it('forgets the oldest words when it has kept many', async () => {
    const { translator, asked } = bracketing();
    const english = createMachineEnglish(translator, never);
    for (let at = 0; at <= 2000; at += 1) await english.add([words(`palabra ${at}`)], langAt('es'));
    await english.add([words('palabra 0'), words('palabra 2000')], langAt('es'));
    expect(asked.filter((text) => text === 'es>en palabra 0')).toHaveLength(2);
    expect(asked.filter((text) => text === 'es>en palabra 2000')).toHaveLength(1);
  });
});
