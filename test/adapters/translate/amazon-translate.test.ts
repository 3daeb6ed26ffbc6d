import { createAmazonTranslate } from '#adapters/translate/amazon-translate.ts';
import { TranslationFailedError } from '#app/desk/ports.ts';
import { LANGS } from '#core/language.ts';
import { type Answer, startTranslate, type TranslateRequest } from '../../support/translate-stand-in.ts';

const SECRET_WORDS = 'Amina has a fever';
const ENVIRONMENT = { ...process.env };
const services: { stop(): Promise<void> }[] = [];

const serve = async (answer: (request: TranslateRequest) => Answer) => {
  const service = await startTranslate(answer);
  services.push(service);
  process.env['AWS_ENDPOINT_URL_TRANSLATE'] = service.endpoint;
  return service;
};

const echo = ({ Text, TargetLanguageCode }: TranslateRequest): Answer => ({
  kind: 'translated',
  text: `[${TargetLanguageCode}] ${Text}`,
});

const failure = async (settings: { readonly timeoutMs?: number } = {}): Promise<Error> =>
  createAmazonTranslate(settings)
    .translate(SECRET_WORDS, 'en', 'es')
    .then(
      () => new Error('it was translated'),
      (error: Error) => error,
    );

beforeEach(() => {
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'made-up',
    AWS_SECRET_ACCESS_KEY: 'made-up',
  });
});

afterEach(async () => {
  process.env = { ...ENVIRONMENT };
  await Promise.all(services.splice(0).map((service) => service.stop()));
});

describe('a text that Amazon Translate takes', () => {
  it('comes back translated, asked for politely and with the terminology', async () => {
    const { requests } = await serve(echo);

    const text = await createAmazonTranslate({ terminology: 'school-words' }).translate('Good morning', 'en', 'prs');

    expect(text).toBe('[fa-AF] Good morning');
    expect(requests).toEqual([
      {
        Text: 'Good morning',
        SourceLanguageCode: 'en',
        TargetLanguageCode: 'fa-AF',
        TerminologyNames: ['school-words-fa-AF'],
        Settings: { Formality: 'FORMAL' },
      },
    ]);
  });

  it('is asked for without the terminology on the way back into English, whose source it is', async () => {
    const { requests } = await serve(echo);

    await createAmazonTranslate({ terminology: 'school-words' }).translate('Buenos días', 'es', 'en');

    expect(requests[0]).not.toHaveProperty('TerminologyNames');
  });

  it('is understood from English in every language that we speak', async () => {
    await serve(echo);
    const translator = createAmazonTranslate({});

    const texts = await Promise.all(LANGS.map((lang) => translator.translate('Yes', 'en', lang)));

    expect(texts.every((text, index) => LANGS[index] === 'en' || /^\[.+\] Yes$/.test(text))).toBe(true);
  });

  it('is not sent at all from a language into itself, or without words', async () => {
    const { requests } = await serve(echo);
    const translator = createAmazonTranslate({});

    expect(await translator.translate('Hello', 'en', 'en')).toBe('Hello');
    expect(await translator.translate(' \n', 'en', 'es')).toBe(' \n');
    expect(requests).toEqual([]);
  });

  it('keeps its white space, and goes in pieces where it is longer than the service takes', async () => {
    const { requests } = await serve(({ Text }) => ({ kind: 'translated', text: Text }));
    const long = `${'学校明天关门。'.repeat(900)}\n\n${'请致电办公室。'.repeat(100)} `;

    expect(await createAmazonTranslate({}).translate(long, 'zh', 'en')).toBe(long);
    expect(requests.length).toBe(3);
    expect(requests.every(({ Text }) => Text.endsWith('。'))).toBe(true);
  });
});

describe('a text that cannot be translated', () => {
  it.each<readonly [string, Answer, string, number]>([
    [
      'because we ask too often',
      { kind: 'refused', status: 400, type: 'TooManyRequestsException' },
      'TooManyRequestsException',
      2,
    ],
    [
      'because the service is broken',
      { kind: 'refused', status: 500, type: 'InternalServerException' },
      'InternalServerException',
      2,
    ],
    [
      'because it does not know the pair of languages',
      { kind: 'refused', status: 400, type: 'UnsupportedLanguagePairException' },
      'UnsupportedLanguagePairException',
      1,
    ],
    ['because its answer is empty', { kind: 'translated', text: '' }, 'without a translation', 1],
  ])('%s fails in one way, without its words, and is hardly asked again', async (_, answer, message, attempts) => {
    const { requests } = await serve(() => answer);

    const error = await failure();

    expect(error).toBeInstanceOf(TranslationFailedError);
    expect(error.message).toContain(message);
    expect(`${error.message}${String(error.cause)}`).not.toContain('Amina');
    expect(requests).toHaveLength(attempts);
  });

  it('because the service is slow fails in time', async () => {
    await serve(() => ({ kind: 'silent' }));

    const error = await failure({ timeoutMs: 150 });

    expect(error).toBeInstanceOf(TranslationFailedError);
    expect(error.message).toBe('Amazon Translate did not answer in time.');
  });

  it('because nobody listens fails in the same way', async () => {
    const service = await startTranslate(echo);
    await service.stop();
    process.env['AWS_ENDPOINT_URL_TRANSLATE'] = service.endpoint;

    const error = await failure();

    expect(error).toBeInstanceOf(TranslationFailedError);
    expect(error.message).not.toContain('Amina');
  });
});
