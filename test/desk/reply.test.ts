import type { Preview } from '#contract/desk-api.ts';
import { fieldsOf, fieldWords, fillIn } from '../../desk/src/desk/reply/fill-in.ts';
import { planSending } from '../../desk/src/desk/reply/plan-sending.ts';

const preview: Preview = {
  text: 'Venga mañana.',
  back: 'Come tomorrow.',
  by: 'machine',
  policy: 'free',
  isEssential: false,
  changes: [],
  hints: [],
};
const situation = {
  original: 'Come tomorrow.',
  lang: 'es',
  hasTranslation: true,
  isDanger: false,
  preview,
  isCurrent: true,
  checked: '',
} as const;

describe('a reply', () => {
  test('goes out as a machine translated it, where that is allowed; English is another way', () => {
    const plan = planSending(situation);
    expect(plan.reply).toEqual({
      kind: 'reply',
      original: 'Come tomorrow.',
      text: 'Venga mañana.',
      lang: 'es',
      translation: 'machine',
    });
    expect(plan.inEnglish).toMatchObject({ text: 'Come tomorrow.', lang: 'en', translation: 'none' });
  });

  test('waits for a translation that belongs to other words', () => {
    expect(planSending({ ...situation, isCurrent: false })).toEqual({ isPreparing: true, wantsInterpreter: false });
  });

  test.each([
    ['the language needs it', { preview: { ...preview, policy: 'check' } as const }],
    ['the matter is essential', { preview: { ...preview, isEssential: true } }],
    ['somebody may be in danger', { isDanger: true }],
  ])('must be checked where %s', (_, given) => {
    const plan = planSending({ ...situation, ...given });
    expect(plan.reply).toBeUndefined();
    expect(plan.toCheck).toBe('Venga mañana.');
    expect(planSending({ ...situation, ...given, checked: 'Venga mañana.' }).reply).toMatchObject({
      translation: 'checked',
    });
    expect(planSending({ ...situation, ...given, checked: 'Venga hoy.' }).reply).toBeUndefined();
  });

  test.each([
    ['nothing is configured', { hasTranslation: false, preview: undefined }],
    ['the service does not answer', { preview: { ...preview, by: 'failed' } as const }],
  ])('goes out in English, labelled, where %s', (_, given) => {
    expect(planSending({ ...situation, ...given }).reply).toMatchObject({ lang: 'en', translation: 'none' });
  });

  test('to a family that reads English goes out as it is, without waiting', () => {
    const plan = planSending({ ...situation, lang: 'en', preview: undefined, isCurrent: false });
    expect(plan.reply).toMatchObject({ text: 'Come tomorrow.', lang: 'en', translation: 'same' });
  });

  test('without words is none', () => {
    expect(planSending({ ...situation, original: '' }).reply).toBeUndefined();
  });
});

describe('a saved reply', () => {
  test('shows its fields until they are filled in', () => {
    expect(fieldsOf('{name} calls {phone}. {name}?')).toEqual(['name', 'phone']);
    expect(fillIn('{name} calls {phone}.', { name: ' Ms. $1 ' })).toBe('Ms. $1 calls {phone}.');
  });

  test('names its fields in words', () => {
    expect(fieldWords('startTime')).toBe('Start time');
    expect(fieldWords('phone_number')).toBe('Phone number');
  });
});
