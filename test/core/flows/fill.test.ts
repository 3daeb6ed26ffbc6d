import { type Child, type Directory, personId, type SchoolPerson, schoolId } from '#core/directory.ts';
import { fillFrom } from '#core/flows/fill.ts';
import { type FlowState, newFlow } from '#core/flows/flow.ts';
import type { FillContext } from '#core/flows/text-reading.ts';
import type { Lang } from '#core/language.ts';
import type { RequestKind } from '#core/request.ts';
import { demoWorld } from '../../../bin/local/talk.ts';
import { NOW } from '../support/small-world.ts';

const { content } = demoWorld(NOW);
const ELEM = schoolId('elem');
const MIDDLE = schoolId('middle');

const teacher = (id: string, name: string, school: typeof ELEM, parts: Partial<SchoolPerson> = {}): SchoolPerson => ({
  ...{ id: personId(id), name, role: 'teacher', schools: [school], grades: [], languages: [] },
  ...{ email: `${id}@example.org`, reachedBy: 'email', isActive: true },
  ...parts,
});

const school = (id: typeof ELEM, name: string, grades: Directory['schools'][number]['grades']) => ({
  ...{ id, name, grades, days: [], facts: { districtName: 'Riverbend' } },
});

const directory: Directory = {
  schools: [school(ELEM, 'Cottonwood', ['k', '1', '2', '3']), school(MIDDLE, 'Mill Creek', ['6', '7'])],
  people: [
    teacher('kim-e', 'Ms. Kim', ELEM),
    teacher('kim-m', 'Ms. Kim', MIDDLE),
    teacher('alvarez', 'Ms. Alvarez', ELEM),
    teacher('left', 'Mr. Feld', ELEM, { isActive: false }),
    teacher('desk', 'Main Office', ELEM, { role: 'office' }),
  ],
};

const CHILDREN: readonly Child[] = [
  { id: 'c1', name: 'Ana', grade: '3', school: ELEM, teacher: personId('alvarez') },
  { id: 'c2', name: 'Luis', grade: '7', school: MIDDLE },
  { id: 'c3', name: 'Sasha', grade: '1' },
  { id: 'c4', name: 'Sasha', grade: '6' },
];

interface Given {
  readonly kind?: RequestKind;
  readonly asked?: FlowState['asked'];
  readonly lang?: Lang;
  readonly children?: readonly Child[];
  readonly draft?: Partial<FlowState['draft']>;
  readonly isStart?: boolean;
}

const fill = (text: string, given: Given = {}) => {
  const { kind = 'absence', asked = 'child', lang = 'en', children = [], draft = {}, isStart } = given;
  const flow = newFlow(kind, 1, NOW);
  const context: FillContext = {
    ...{ content, langs: lang === 'en' ? ['en'] : [lang, 'en'], today: '2026-11-23', directory, children },
    ...(isStart ? { isStart } : {}),
  };
  return fillFrom(text, { ...flow, asked, draft: { ...flow.draft, ...draft } }, context);
};
const childOf = (text: string, given?: Given) => {
  const { child } = fill(text, given).draft;
  return child && [child.name, child.grade].filter((part) => part !== undefined && part !== '').join(' ');
};

describe('the child of an answer', () => {
  it.each<[string, Lang, string]>([
    ['Juan, grade 3', 'en', 'Juan 3'],
    ['Diego 3', 'es', 'Diego 3'],
    ['se llama Camila, va en kinder', 'es', 'Camila k'],
    ['Theo pré escola', 'pt', 'Theo'],
    ['佳怡 三年级', 'zh', '佳怡 3'],
    ['مريم الصف الثالث', 'ar', 'مريم 3'],
    ['Bảo lớp 5', 'vi', 'Bảo 5'],
    ['Iker 3 Ms Alvares', 'es', 'Iker 3'],
  ])('%s (%s) is %s', (text, lang, expected) => {
    expect(childOf(text, { lang, kind: 'message' })).toBe(expected);
  });

  it.each(['send it', 'no', 'fever', 'skip', 'cancel', 'con calentura'])('"%s" is no child', (text) => {
    expect(childOf(text, { lang: 'es' })).toBeUndefined();
  });

  it.each<[string, Lang, string]>([
    ['Mai lớp 3', 'vi', 'Mai 3'],
    ['Domingo, grado 2', 'es', 'Domingo 2'],
    ['Dolores grado 1', 'es', 'Dolores 1'],
    ['خميس الصف 3', 'ar', 'خميس 3'],
    ['رمضان صنف ۴', 'prs', 'رمضان 4'],
    ['Khôi lớp 2', 'vi', 'Khôi 2'],
  ])('%s (%s) is a child, though it is a word as well, and no day or reason', (text, lang, expected) => {
    const { draft } = fill(text, { lang });
    expect(childOf(text, { lang })).toBe(expected);
    expect([draft.days, draft.reason]).toEqual([undefined, undefined]);
  });

  it('a day beside a name is a day', () => {
    expect(fill('Mai lớp 3 ngày mai', { lang: 'vi' }).draft).toMatchObject({ days: ['2026-11-24'] });
    expect(fill('Juan grado 3 domingo', { lang: 'es' }).draft.child?.name).toBe('Juan');
  });

  it('a name that a teacher has too is the child where a child was asked for', () => {
    const { draft } = fill('Kim', { kind: 'message' });
    expect(draft.child?.name).toBe('Kim');
    expect(draft.to).toBeUndefined();
  });

  it('a grade without a name waits for one', () => {
    expect(childOf('Mia', { draft: { child: { name: '', grade: '2' } } })).toBe('Mia 2');
  });

  it('two names are two children, one after the other', () => {
    const { draft, open } = fill('Ben and Max, grade 1');
    expect(open.isTwo).toBe(true);
    expect(draft.named).toEqual([
      { name: 'Ben', grade: '1' },
      { name: 'Max', grade: '1' },
    ]);
  });
});

describe('the child of a sentence that begins a task', () => {
  it.each<[string, Lang, string]>([
    ['my daughter Sofia, grade 5, will be absent tomorrow', 'en', 'Sofia 5'],
    ['mi hijo Mateo de 2do grado no va ir hoy', 'es', 'Mateo 2'],
    ['mi niña no va a ir mañana\nse llama Camila\nesta en 3er grado', 'es', 'Camila 3'],
    ['我儿子小明，二年级，明天要看牙医', 'zh', '小明 2'],
    ['نام دخترم زهرا است\nصنف پنجم', 'prs', 'زهرا 5'],
  ])('%s: it is sure', (text, lang, expected) => {
    expect(childOf(text, { lang, isStart: true, asked: 'reason' })).toBe(expected);
  });

  it.each<[string, Lang]>([
    ['my son is sick today', 'en'],
    ['mi hijo enfermo, grado 3', 'es'],
    ['my name is Maria and my kid stays home', 'en'],
    ['我女儿发烧，三年级', 'zh'],
    ['ابني غايب الصف الثالث', 'ar'],
  ])('%s: no name is guessed', (text, lang) => {
    expect(fill(text, { lang, isStart: true, asked: 'reason' }).draft.child?.name ?? '').toBe('');
  });
});

describe('children that we know', () => {
  const known = { children: CHILDREN };

  it('come with their grade, school and teacher', () => {
    expect(fill('Ana', { ...known, kind: 'message' }).draft).toMatchObject({
      ...{ childId: 'c1', child: { name: 'Ana', grade: '3' }, school: ELEM, to: { name: 'Ms. Alvarez' } },
    });
  });

  it('"not Ana, Luis" takes the other one, and nothing of the first', () => {
    const before = fill('Ana', { ...known, kind: 'message' }).draft;
    const { draft } = fill('not Ana, Luis', { ...known, kind: 'message', asked: 'review', draft: before });
    expect(draft).toMatchObject({ childId: 'c2', child: { name: 'Luis', grade: '7' }, school: MIDDLE });
    expect(draft.to).toBeUndefined();
  });

  it('two of one name are asked about, unless the grade tells them apart', () => {
    expect(fill('Sasha', known).open.which?.map(({ id }) => id)).toEqual(['c3', 'c4']);
    expect(fill('Sasha, grade 6', known).draft.childId).toBe('c4');
  });

  it('"another child" may have the name of one that we know', () => {
    expect(fill('Ana, grade 6', { ...known, draft: { isOther: true } }).draft).not.toHaveProperty('childId');
  });
});

describe('a child that is corrected', () => {
  const draft = { child: { name: 'Ana', grade: '3' as const }, school: ELEM };

  it.each<[string, Lang]>([
    ['not Ana, Luis', 'en'],
    ['no es Ana, es Luis', 'es'],
    ['não é Ana, é Luis', 'pt'],
    ['không phải Ana, Luis', 'vi'],
    ['不是Ana，是Luis', 'zh'],
  ])('%s', (text, lang) => {
    const filled = fill(text, { lang, asked: 'review', draft }).draft;
    expect(filled.child).toEqual({ name: 'Luis' });
    expect(filled.school).toBeUndefined();
  });

  it.each(['Ana is sick', 'thanks', 'Ana has a doctor'])('"%s" corrects nobody', (text) => {
    expect(fill(text, { asked: 'review', draft }).draft.child?.name).toBe('Ana');
  });
});

describe('days and times', () => {
  it.each<[string, Given, object]>([
    ['no, wednesday', { asked: 'review', draft: { days: ['2026-11-24'] } }, { days: ['2026-11-25'] }],
    ['on the 3rd', { asked: 'days' }, {}],
    ['tuesday or wednesday in the morning', { kind: 'meeting', asked: 'times' }, { parts: ['morning'] }],
    ['after 3 pm', { kind: 'meeting', asked: 'times' }, { parts: ['afternoon', 'evening'] }],
  ])('%s', (text, given, expected) => {
    expect(fill(text, given).draft).toMatchObject(expected);
  });

  it('of a meeting all that are named are good, and "monday" is no day of today', () => {
    const given = { kind: 'meeting', asked: 'times' } as const;
    expect(fill('monday or wednesday', given).draft.days).toEqual(['2026-11-25', '2026-11-30']);
  });

  it('what is not sure is asked, and what was thought before holds no more', () => {
    const { draft, open } = fill('no, monday', { asked: 'review', draft: { days: ['2026-11-24'] } });
    expect(draft.days).toBeUndefined();
    expect(open.unsure).toEqual({ slot: 'days', options: ['2026-11-23', '2026-11-30'] });
  });

  it('a span is no time: which end is meant is asked', () => {
    const { draft, open } = fill('between 2 and 3 pm', { kind: 'late', asked: 'time' });
    expect(draft.time).toBeUndefined();
    expect(open.unsure?.options).toEqual(['14:00', '15:00']);
  });

  it('a number is a grade where one was asked for, and no day', () => {
    expect(fill('2nd', { asked: 'grade', draft: { child: { name: 'Luis' } } }).draft).toMatchObject({
      child: { name: 'Luis', grade: '2' },
    });
  });
});

describe('the teacher', () => {
  it.each<[string, object | undefined]>([
    ['Noah, grade 3, Ms. Kim', { person: 'kim-e' }],
    ['Noah, grade 7, Ms. Kim', { person: 'kim-m' }],
    ['Noah, grade 2, Alvares', { person: 'alvarez' }],
    ['Noah, grade 3, Mr. Feld', undefined],
    ['Noah, grade 7, Ms. Alvarez', undefined],
  ])('%s', (text, expected) => {
    const { to } = fill(text, { kind: 'message' }).draft;
    if (expected) expect(to).toMatchObject(expected);
    else expect(to).toBeUndefined();
  });

  it('of two at different schools one is asked about while the school is not known', () => {
    const { draft, open } = fill('Ms. Kim', { kind: 'message', asked: 'to', draft: { child: { name: 'Noah' } } });
    expect(draft.to).toBeUndefined();
    expect(open.sameName?.map(({ id }) => id)).toEqual(['kim-e', 'kim-m']);
  });
});

describe('the reason', () => {
  it.each<[string, Lang, string]>([
    ['tiene calentura', 'es', 'ill'],
    ['di bac si', 'vi', 'appointment'],
    ['بس نیامد', 'prs', 'transport'],
    ['похорон', 'uk', 'family'],
  ])('%s (%s) is %s', (text, lang, expected) => {
    expect(fill(text, { lang, asked: 'reason' }).draft.reason).toBe(expected);
  });
});
