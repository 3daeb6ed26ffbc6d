import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ConfigError, GRAPH_DEFAULTS } from '#config.ts';
import { loadStage, STAGES_FOLDER } from '../../lib/stage-config.ts';

type Json = Record<string, unknown>;
const demo = (): Json => JSON.parse(readFileSync(join(STAGES_FOLDER, 'demo.json'), 'utf8'));
const district = (change: Json): Json => ({ district: { ...(demo().district as Json), ...change } });

/** Ladders that tell by webhook only. */
const unmailed = (): Json => {
  const staffing = { replyWithinMinutes: 60, ladder: [{ name: 'Office', webhook: 'office' }] };
  const { schools } = demo().district as { schools: Record<string, Json> };
  const telling = Object.entries(schools).map(([id, school]) => [id, { ...school, staffing }]);
  return district({ staffing, schools: Object.fromEntries(telling) });
};
const address = (change: Json): Json => ({
  desk: {
    address: {
      domain: 'desk.riverbend.example.org',
      certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/0f2c',
      ...change,
    },
  },
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'homeroom-stages-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const load = (text: string) => {
  writeFileSync(join(folder, 'trial.json'), text);
  return loadStage('trial', folder);
};
const loadChanged = (change: Json) => load(JSON.stringify({ ...demo(), name: 'trial', ...change }));

describe('the stages that are shipped', () => {
  it.each(readdirSync(STAGES_FOLDER).map((file) => basename(file, '.json')))('%s is well formed', (name) => {
    expect(loadStage(name).name).toBe(name);
  });

  it('invent everything: example.org links and 555-01xx phones', () => {
    const text = JSON.stringify(demo());

    const hosts = [...text.matchAll(/https?:\/\/([^/"]+)/g)].map(([, host]) => host ?? '');
    const phones = [...text.matchAll(/\+1[\d -]+/g)].map(([phone]) => phone);
    expect(hosts.filter((host) => !host.endsWith('example.org'))).toEqual([]);
    const mails = [...text.matchAll(/@([^"]+)/g)].map(([, host]) => host ?? '');
    expect(mails.filter((host) => !host.endsWith('example.org'))).toEqual([]);
    expect(phones.filter((phone) => !/^\+1 312-555-01\d\d$/.test(phone))).toEqual([]);
  });
});

describe('a stage', () => {
  it('gets defaults for what it leaves out', () => {
    const { graph, turnDays, logDays } = loadChanged({});

    expect({ graph, turnDays, logDays }).toEqual({ graph: GRAPH_DEFAULTS, turnDays: 30, logDays: 30 });
  });

  it('gets a desk without translation that nobody is mailed from, where it says nothing of them', () => {
    const silent = { desk: undefined, login: undefined, notices: undefined, translation: undefined };
    const { desk, login, notices, translation } = loadChanged({ ...silent, ...unmailed() });

    expect({ desk, login, notices, translation }).toEqual({
      desk: { idleMinutes: 30, requestsPerSecond: 100 },
      login: {},
      notices: {},
      translation: { service: 'none' },
    });
  });

  it('may point at a stand-in of WhatsApp and leave the rest of it alone', () => {
    const { graph } = loadChanged({ graph: { baseUrl: 'http://127.0.0.1:9/graph' } });

    expect(graph).toEqual({ ...GRAPH_DEFAULTS, baseUrl: 'http://127.0.0.1:9/graph' });
  });

  it.each([
    ['a missing setting', { secretName: undefined }, 'secretName is missing in the stage file trial.json; set it.'],
    ['a missing district', { district: undefined }, 'district is missing in the stage file trial.json; set it.'],
    ['another name inside', { name: 'demo' }, 'name is "demo" in trial.json; call both the same.'],
    ['an unknown setting', { alarmMail: 'a@b.example' }, /trial\.json: Unrecognized key: "alarmMail"/],
    [
      'an account that is none',
      { account: '12' },
      'account is wrong in the stage file trial.json: must be the 12 digits',
    ],
    ['a region that is none', { region: 'Ohio' }, /^region is wrong .* like us-east-2/],
    ['an address that is none', { alarmEmail: 'nobody' }, /^alarmEmail is wrong/],
    ['a time that CloudWatch has not', { logDays: 31 }, /^logDays is wrong/],
    ['turns kept for ever', { turnDays: 4000 }, /^turnDays is wrong/],
    ['a number as text', { turnDays: '30' }, /^turnDays is /],
    ['no webhook at all', { webhookReservedConcurrency: 0 }, /^webhookReservedConcurrency is wrong/],
    ['a version that is none', { graph: { version: '26' } }, /^graph\.version is wrong .* v26\.0/],
    ['a send longer than its turn', { graph: { timeoutMs: 20_000 } }, /^graph\.timeoutMs is wrong/],
    ['a time zone that is none', district({ timeZone: 'Central' }), /^district\.timeZone is wrong .* America\/Chicago/],
    ['a fact that we do not know', district({ mascot: 'otter' }), /^district is wrong .* "mascot"/],
    ['a phone number as its id', district({ numbers: { '+1 312': { schools: ['x'] } } }), /^district\.numbers/],
    [
      'a number for an unknown school',
      district({ numbers: { '100000000000001': { schools: ['atlantis'] } } }),
      'district.numbers is wrong in the stage file trial.json: a number names an unknown school.',
    ],
    ['a session that never ends', { desk: { idleMinutes: 0 } }, /^desk\.idleMinutes is wrong/],
    ['a desk that answers nobody', { desk: { requestsPerSecond: 1 } }, /^desk\.requestsPerSecond is wrong/],
    ['an address with its scheme', address({ domain: 'https://desk.example.org' }), /^desk\.address\.domain is wrong/],
    [
      'a certificate of another region',
      address({ certificateArn: 'arn:aws:acm:us-east-2:111122223333:certificate/0f2c' }),
      /^desk\.address\.certificateArn is wrong .* us-east-1/,
    ],
    ['a login page that AWS would refuse', { login: { domainPrefix: 'my-aws-desk' } }, /^login\.domainPrefix is wrong/],
    ['a domain of mails that is none', { mail: { domain: 'mail', from: 'a@b.example' } }, /^mail\.domain is wrong/],
    ['a domain of mails and no sender', { mail: { domain: 'mail.b.example' } }, /^mail\.from is missing/],
    ['a sender that is none', { notices: { from: 'Homeroom' } }, /^notices\.from is wrong/],
    ['a verified identity with a wildcard', { notices: { from: 'a@b.example', identity: '*' } }, /^notices\.identity/],
    [
      'e-mail addresses of staff and no sender',
      { notices: {} },
      'notices.from is wrong in the stage file trial.json: it is missing, but a ladder of staffing names',
    ],
    ['a translator that we do not know', { translation: { service: 'parrot' } }, /^translation\.service is wrong/],
    [
      'a terminology and no translator',
      { translation: { service: 'none', terminology: 'school-words' } },
      /^translation\.terminology is wrong .* set translation\.service to amazon/,
    ],
    ['no staff at all', district({ staffing: undefined }), 'district.staffing is missing'],
    [
      'a ladder without a step',
      district({ staffing: { replyWithinMinutes: 60, ladder: [] } }),
      /^district\.staffing\.ladder is wrong/,
    ],
    ['a holiday that is no date', district({ closedDates: ['Thanksgiving'] }), /^district\.closedDates\.0 is wrong/],
  ])('with %s is refused in a sentence that names it', (_what, change, sentence) => {
    expect(() => loadChanged(change)).toThrow(sentence);
    expect(() => loadChanged(change)).toThrow(ConfigError);
  });

  it('that is not JSON is refused by its file name', () => {
    expect(() => load('{ "name": ')).toThrow('trial.json is not valid JSON; look for a missing quote or comma.');
  });

  it.each(['prod', '../demo', ''])('of unknown name "%s" brings the list of the known ones', (name) => {
    expect(() => loadStage(name)).toThrow(`There is no stage "${name}"; the stages of lib/stages are: demo.`);
  });
});
