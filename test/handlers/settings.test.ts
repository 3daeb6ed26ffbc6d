import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, FUNCTION_ENVS, type FunctionName } from '#config.ts';
import { demoDistrict } from '../../bin/local/demo-district.ts';
import { createHandler as createCalendar } from '../../lambdas/handlers/calendar.ts';
import { createHandler as createDesk } from '../../lambdas/handlers/desk.ts';
import { createHandler as createMail } from '../../lambdas/handlers/mail.ts';
import { createHandler as createSweep } from '../../lambdas/handlers/sweep.ts';
import { createHandler as createTrack } from '../../lambdas/handlers/track.ts';
import { createHandler as createTurn } from '../../lambdas/handlers/turn.ts';
import { createHandler as createWebhook } from '../../lambdas/handlers/webhook.ts';
import { districtFolder, settingsOf } from '../support/functions.ts';

const QUEUE = 'https://sqs.us-east-1.amazonaws.com/0/q';
const queues = { inbound: QUEUE, inboundDead: QUEUE, statuses: QUEUE, statusesDead: QUEUE };

const district = districtFolder();
afterAll(district.remove);
const settings: Record<FunctionName, Record<string, string>> = settingsOf({
  queues,
  table: 'homeroom',
  graph: 'https://graph.facebook.com',
  districtFile: district.file,
});
const fileOf = (name: string, text: string): string => {
  const file = join(district.folder, name);
  writeFileSync(file, text);
  return file;
};
const folderOf = (name: string, files: Readonly<Record<string, string>>): string => {
  const folder = join(district.folder, name);
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
};

const clock = { now: () => 0 };
const starts: Record<FunctionName, (environment: NodeJS.ProcessEnv) => unknown> = {
  webhook: (environment) => createWebhook(environment, clock),
  turn: (environment) => createTurn(environment, clock),
  track: (environment) => createTrack(environment, clock),
  desk: (environment) => createDesk(environment, clock),
  sweep: (environment) => createSweep(environment, clock),
  mail: (environment) => createMail(environment, clock),
  calendar: (environment) => createCalendar(environment, clock),
};
const names = Object.keys(FUNCTION_ENVS) as FunctionName[];

/** The one sentence with which a function refuses to start. */
const refusal = (name: FunctionName, changes: Record<string, string | undefined>): string => {
  try {
    starts[name]({ ...settings[name], ...changes });
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return error instanceof Error ? error.message : '';
  }
  throw new Error('it started');
};

/** What a function may do without. */
const OPTIONAL = ['NOTICE_FROM', 'TERMINOLOGY', 'MAIL_FROM'];
/** And what one of them may do without, but another not. */
const isOptional = (name: FunctionName, variable: string) =>
  OPTIONAL.includes(variable) || (name !== 'mail' && (variable === 'MAIL_DOMAIN' || variable === 'MAIL_BUCKET'));

const variables = names.flatMap((name) =>
  Object.keys(FUNCTION_ENVS[name].shape)
    .filter((variable) => !isOptional(name, variable))
    .map((variable) => ({ name, variable })),
);

describe('a function with all its settings', () => {
  it.each(names)('starts: %s', (name) => {
    expect(() => starts[name](settings[name])).not.toThrow();
  });

  it.each(names)('starts also with variables that it does not know, as Lambda gives them: %s', (name) => {
    expect(() => starts[name]({ ...settings[name], AWS_REGION: 'us-east-1', LANG: 'C' })).not.toThrow();
  });
});

describe('a function without one of its settings', () => {
  it.each(variables)('$name without $variable does not start, and says so in a sentence', ({ name, variable }) => {
    const sentence = refusal(name, { [variable]: undefined });
    expect(sentence).toMatch(new RegExp(`^${variable} is (missing|wrong) in the environment of the ${name} function`));
    expect(sentence).toMatch(/\.$/);
  });

  it.each(variables)('$name with an empty $variable does not start, and names it', ({ name, variable }) => {
    const sentence = refusal(name, { [variable]: '' });
    expect(sentence).toMatch(new RegExp(`^${variable} .*\\.$`));
    expect(sentence).toContain(`the environment of the ${name} function`);
  });
});

describe('a function with a setting that cannot be right', () => {
  it.each<[FunctionName, string, string]>([
    ['webhook', 'INBOUND_QUEUE_URL', 'inbound.fifo'],
    ['webhook', 'STATUS_QUEUE_URL', 'https://with a space'],
    ['turn', 'STATUS_QUEUE_URL', 'statuses'],
    ['turn', 'GRAPH_BASE_URL', 'graph.facebook.com'],
    ['turn', 'GRAPH_VERSION', 'latest'],
    ['turn', 'GRAPH_VERSION', 'v26,0'],
    ['turn', 'GRAPH_TIMEOUT_MS', 'soon'],
    ['turn', 'GRAPH_TIMEOUT_MS', '499'],
    ['turn', 'GRAPH_TIMEOUT_MS', '20001'],
    ['turn', 'GRAPH_TIMEOUT_MS', '8e3'],
    ['turn', 'SERVES_DRAFTS', 'yes'],
    ['turn', 'SERVES_DRAFTS', 'True'],
    ['turn', 'TURN_DAYS', '0'],
    ['turn', 'TURN_DAYS', '366'],
    ['turn', 'TURN_DAYS', '-1'],
    ['turn', 'TURN_DAYS', '30.5'],
    ['track', 'INBOUND_QUEUE_URL', 'ftp://queue'],
    ['track', 'DESK_URL', 'desk.example.org'],
    ['track', 'NOTICE_FROM', 'the office'],
    ['track', 'MAIL_DOMAIN', 'localhost'],
    ['track', 'MAIL_FROM', 'homeroom'],
    ['mail', 'TIME_ZONE', 'Central'],
    ['mail', 'MAIL_DOMAIN', 'https://mail.example.org'],
    ['desk', 'TOKEN_ISSUER', 'cognito'],
    ['desk', 'TRANSLATION', 'google'],
    ['desk', 'IDLE_MINUTES', '4'],
  ])('%s with %s=%s does not start, names it and does not repeat it', (name, variable, value) => {
    const sentence = refusal(name, { [variable]: value });
    expect(sentence).toMatch(new RegExp(`^${variable} is wrong in the environment of the ${name} function: .+\\.$`));
    expect(sentence).not.toContain(value);
  });

  it.each([
    ['CONTENT_FOLDER', 'that is not there', () => join(district.folder, 'none')],
    ['CONTENT_FOLDER', 'that is a file', () => fileOf('text.json', 'canary, not JSON')],
    ['CONTENT_FOLDER', 'that is empty', () => folderOf('empty', {})],
    ['CONTENT_FOLDER', 'that holds no JSON', () => folderOf('text', { 'content.json': 'canary, not JSON' })],
    ['CONTENT_FOLDER', 'that holds another JSON', () => folderOf('other', { 'content.json': '{}' })],
    ['CONTENT_FOLDER', 'that holds null', () => folderOf('null', { 'content.json': 'null' })],
    [
      'CONTENT_FOLDER',
      'without models',
      () => folderOf('bare', { 'content.json': '{"version":"1","menu":{},"signals":{}}' }),
    ],
    ['DISTRICT_FILE', 'that is not there', () => join(district.folder, 'none.json')],
    ['DISTRICT_FILE', 'that is a folder', () => district.folder],
    ['DISTRICT_FILE', 'that is no JSON', () => fileOf('text.json', 'canary, not JSON')],
    ['DISTRICT_FILE', 'that is empty', () => fileOf('empty.json', '')],
  ])('turn with a %s %s does not start, and names it', (variable, _what, file) => {
    const sentence = refusal('turn', { [variable]: file() });
    expect(sentence).toMatch(new RegExp(`^${variable} .*\\.$`));
    expect(sentence).not.toContain('canary');
  });

  it.each([
    ['without a name', { name: undefined }, /^name is missing in the district file; set it\.$/],
    ['in no time zone', { timeZone: 'Chicago' }, /^timeZone is wrong in the district file: must be an IANA time zone/],
    ['with a field nobody knows', { officePhon: 'x' }, /^it is wrong in the district file: .*officePhon/],
    [
      'with a number that is a phone number',
      { numbers: { '+1 312': { schools: ['a'] } } },
      /^numbers.* is wrong in the district file/,
    ],
  ])('turn with a district %s does not start, and names what is wrong', (_what, changes, sentence) => {
    const written = {
      ...JSON.parse(JSON.stringify({ ...demoDistrict(0), schools: {}, numbers: {} })),
      ...changes,
    };
    expect(refusal('turn', { DISTRICT_FILE: fileOf('wrong.json', JSON.stringify(written)) })).toMatch(sentence);
  });
});
