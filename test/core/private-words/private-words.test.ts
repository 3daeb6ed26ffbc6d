import { removePrivate, withoutPrivateWords } from '#core/private-words/private-words.ts';
import { identityChanged, media, message, tap, text } from '../support/given.ts';

describe('government numbers', () => {
  it.each([
    'my social is 123-45-6789',
    '123 45 6789',
    'ssn 123456789',
    'SSN: 123456789',
    'my ssn is 123456789',
    'my social security number is 123456789',
    'social security #123456789',
    'itin 912345678',
    'mi seguro social es 123456789',
    'mi numero de seguro social es el 123-45-6789',
    'su ITIN es 912-34-5678',
    'A123456789',
    'A-123456789',
    'a# 123456789',
    'A 123 456 789',
    'my alien number is A12345678',
    'su número A es A-087654321',
    'passport 123456789',
    'my passport number is X1234567',
    'pasaporte G12345678',
    'el pasaporte de mi hija es el 98765432',
  ])('%s', (words) => {
    const kept = removePrivate(words);

    expect(kept).toContain('[removed]');
    expect(kept).not.toMatch(/\d{4}/);
  });
});

describe("a person's words about their immigration status", () => {
  it.each([
    'I am undocumented, can my son go to school',
    "I'm undocumented",
    'im illegal here',
    'we are undocumented',
    'my husband is undocumented',
    'my family is here illegally',
    'we have no papers',
    "I don't have papers",
    'i dont have visa',
    'we do not have documents',
    'overstayed my visa',
    'soy indocumentada',
    'somos indocumentados',
    'estoy ilegal',
    'mi esposo es indocumentado',
    'no tengo papeles',
    'no tenemos papeles',
    'no tengo visa',
    'se me venció la visa',
  ])('%s', (words) => {
    const kept = removePrivate(words);

    expect(kept).toContain('[removed]');
    expect(kept).not.toMatch(/undocumented|illegal|papers|visa|documents|indocumentad|ilegal|papeles/i);
  });
});

describe('the same in every other language', () => {
  it.each([
    ['ht', 'mwen pa gen papye, pitit mwen ka ale lekòl?'],
    ['ht', 'nou san papye'],
    ['pt', 'não tenho documentos'],
    ['pt', 'sou indocumentada'],
    ['fr', 'je suis sans-papiers'],
    ['fr', "nous n'avons pas de papiers"],
    ['vi', 'tôi ở lậu'],
    ['vi', 'chúng tôi không có giấy tờ'],
    ['zh', '我没有身份，孩子能上学吗'],
    ['zh', '我們是黑戶'],
    ['ar', 'أنا بدون أوراق'],
    ['ar', 'ما عندنا إقامة'],
    ['prs', 'ما سند نداریم'],
    ['prs', 'من بی سند هستم'],
    ['ps', 'موږ اسناد نه لرو'],
    ['ps', 'زه بې اسناده یم'],
    ['uk', 'я нелегал'],
    ['uk', 'у нас немає документів'],
    ['ru', 'мы нелегалы'],
    ['ru', 'у меня нет визы'],
    ['sw', 'hatuna vibali'],
    ['so', 'sharci ma haysanno'],
    ['fr', 'mon passeport est le 98765432'],
    ['zh', '护照 98765432'],
    ['ru', 'паспорт 98765432'],
  ])('%s: %s', (_, words) => {
    expect(removePrivate(words)).toContain('[removed]');
  });

  it.each([
    'у нас нет документов из школы',
    'у нас немає документів зі школи',
    "je n'ai pas les papiers de l'école",
    'não temos documentos da escola',
    'mwen pa gen papye lekòl la',
    'sina karatasi ya shule',
    'tôi không có giấy',
    '我没有收到学校的信',
    'ما عندي باص',
    'سند ولادت طفل',
  ])('%s stays', (words) => {
    expect(removePrivate(words)).toBe(words);
  });
});

describe('what only looks alike stays, to the letter', () => {
  it.each([
    '312-555-0100',
    '(312) 555-0100',
    '+1 312 555 0100',
    '3125550100',
    'call a 312-555-0100',
    'llame al 312 555 0100',
    '911',
    'call 988 now',
    'school starts 8:05 and ends 15:10',
    'she was born 2019-04-07',
    'nacio el 07/04/2019',
    'absent on 12-03-2026',
    'room 214',
    'el salón A12',
    'grade 3, bus 14, room A101',
    'student id 4471203',
    'his school id is 123456',
    'matrícula 20261123',
    'order 00012345',
    '60601',
    'a 5 to 10 minute walk',
    'passport photos: 2',
    'where do I get a passport for my son',
    'the social studies teacher, room 123',
    'what is a visa',
    'no tengo tarea',
    'no tengo carro',
    'we have no car',
    "I don't have the form",
    'the bus is illegally parked',
    'we are late',
    'is it illegal to miss school',
    'es ilegal faltar a la escuela?',
    'we do not have papers from the old school',
    "i don't have documents from the doctor yet",
    'no tengo documentos de la otra escuela',
    'no tengo papeles de las vacunas',
  ])('%s', (words) => {
    expect(removePrivate(words)).toBe(words);
  });
});

describe('what is stored of an event', () => {
  const words = 'my ssn is 123-45-6789';
  const kept = 'my ssn is [removed]';

  it('a text without the number', () => {
    expect(withoutPrivateWords(message(text(words)))).toEqual(message(text(kept)));
  });

  it('words under a picture without the number', () => {
    expect(withoutPrivateWords(message(media('image', words)))).toEqual(message(media('image', kept)));
  });

  it.each([
    ['a picture without words', message(media('image'))],
    ['a tap', message(tap('menu', 'Menu'))],
    ['a new id', identityChanged()],
    ['a harmless text', message(text('mi hija va a faltar mañana'))],
  ])('%s as it is', (_, event) => {
    expect(withoutPrivateWords(event)).toEqual(event);
  });
});
