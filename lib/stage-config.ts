/** What differs between deployments: one JSON file for each stage in `lib/stages`, checked before anything is built. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod/mini';
import { ConfigError, District, GRAPH_DEFAULTS, parseSettings } from '#config.ts';

// zod/mini says only "Invalid input" unless it is given a language. The functions leave it out for their
// size; the stack can afford it, and a person reads these messages.
z.config(z.locales.en());

export const STAGES_FOLDER = join(import.meta.dirname, 'stages');

const matching = (pattern: RegExp, message: string) => z.string().check(z.regex(pattern, message));
const wholeNumber = (min: number, max: number) => z.int().check(z.gte(min), z.lte(max));

const Graph = z.strictObject({
  baseUrl: z._default(matching(/^https?:\/\/[^\s]+$/, 'must be a web address'), GRAPH_DEFAULTS.baseUrl),
  version: z._default(matching(/^v\d+\.\d+$/, 'must look like v26.0'), GRAPH_DEFAULTS.version),
  /** A send must end, well or badly, before the turn function's 20 seconds do: else nobody writes down how. */
  timeoutMs: z._default(wholeNumber(500, 15_000), GRAPH_DEFAULTS.timeoutMs),
});

const DOMAIN = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/;

const Desk = z.strictObject({
  /** After so long without a key or a tap a person's session ends. */
  idleMinutes: z._default(wholeNumber(5, 480), 30),
  /**
   * The most requests that the desk's API takes, so that a flood has a ceiling on its bill. Each open desk asks once
   * a second; a burst of twice as many is let through.
   */
  requestsPerSecond: z._default(wholeNumber(10, 2000), 100),
  /** An address of the district's own, for whose name an operator makes the DNS record. Without it CloudFront gives one. */
  address: z.optional(
    z.strictObject({
      domain: matching(DOMAIN, 'must be a domain name like desk.example.org'),
      /** CloudFront takes certificates from us-east-1 only. */
      certificateArn: matching(
        /^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
        'must be the ARN of a certificate in us-east-1',
      ),
    }),
  ),
});

const Login = z.strictObject({
  /** First part of the login page's address, unique in its region. Without it the stack makes one from its own id. */
  domainPrefix: z.optional(
    matching(
      /^(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
      'must be small letters, digits and dashes, without the words aws, amazon and cognito',
    ),
  ),
});

const Notices = z.strictObject({
  /** The sender of notices to staff, whose domain or address SES has verified (RUNBOOK.md). Without it none is mailed. */
  from: z.optional(z.email()),
  /** What SES has verified, where it is not the sender's domain: the sender's address itself, or a parent domain. */
  identity: z.optional(matching(/^[^\s/*?]+$/, 'must be the domain or the address that SES has verified')),
});

const Mail = z.strictObject({
  /** What schools answer to: a domain or subdomain of its own, whose MX record points to SES (RUNBOOK.md). */
  domain: matching(DOMAIN, 'must be a domain name like mail.example.org'),
  /** The sender of families' requests; SES has verified its domain. */
  from: z.email(),
});

const Translation = z.strictObject({
  /** `amazon`: words of families and staff go to Amazon Translate. `none`: the desk shows the originals. */
  service: z._default(z.enum(['none', 'amazon']), 'none'),
  /** What the names of custom terminologies in Amazon Translate begin with (RUNBOOK.md). */
  terminology: z.optional(matching(/^[\w-]{1,200}$/, 'may hold letters, digits, dashes and _ only')),
});

/** Whom every ladder of a district tells by e-mail. */
const mailedIn = ({ staffing, schools }: District): readonly string[] =>
  [staffing, ...Object.values(schools).map((school) => school.staffing)].flatMap(
    (one) => one?.ladder.flatMap(({ emails }) => emails) ?? [],
  );

const servesKnownSchools = (district: District) =>
  Object.values(district.numbers).every((number) => number.schools.every((school) => school in district.schools));

const Settings = z.strictObject({
  /** Part of every resource's name; the same as the file's. */
  name: matching(/^[a-z][a-z0-9-]{0,19}$/, 'must be at most 20 small letters, digits and dashes, a letter first'),
  /** Without account and region the stack goes wherever the credentials of `cdk deploy` point. */
  account: z.optional(matching(/^\d{12}$/, 'must be the 12 digits of an AWS account')),
  region: z.optional(matching(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region like us-east-2')),
  /** The stack creates it empty; a person fills in the `Secrets` JSON (RUNBOOK.md says how). */
  secretName: matching(/^[\w/+=.@-]{1,200}$/, 'may hold letters, digits and /_+=.@- only'),
  /** Where alarms are mailed; its owner must confirm the subscription once. */
  alarmEmail: z.optional(z.email()),
  /** Whether answers that nobody has reviewed yet are served. Never with real families. */
  servesDrafts: z.boolean(),
  /** How long a turn, and with it a family's words, is kept. */
  turnDays: z._default(wholeNumber(1, 365), 30),
  /** Those of CloudWatch's fixed retention times that make sense here. */
  logDays: z._default(z.literal([7, 14, 30, 60, 90, 180, 365]), 30),
  /**
   * The most webhooks served at one time, so that a flood of forged requests has a ceiling on its bill (a
   * Function URL takes 10 requests per second for each). Drawback: it is taken from the account's limit
   * (1,000 by default; a new account may have 10 and must ask for more before it can deploy).
   */
  webhookReservedConcurrency: z._default(wholeNumber(1, 500), 20),
  graph: z.prefault(Graph, {}),
  desk: z.prefault(Desk, {}),
  login: z.prefault(Login, {}),
  notices: z.prefault(Notices, {}),
  /** Without it requests of families are not mailed: staff pass them on. */
  mail: z.optional(Mail),
  translation: z.prefault(Translation, {}),
  district: District.check(
    z.refine(servesKnownSchools, { path: ['numbers'], error: 'a number names an unknown school' }),
  ),
});
export type Stage = z.output<typeof Settings>;

const Stage = Settings.check(
  z.refine(({ notices, district }) => notices.from !== undefined || mailedIn(district).length === 0, {
    path: ['notices', 'from'],
    error: 'it is missing, but a ladder of staffing names e-mail addresses; set a sender, or take them out',
  }),
  z.refine(({ translation: { service, terminology } }) => terminology === undefined || service === 'amazon', {
    path: ['translation', 'terminology'],
    error: 'only the service amazon has terminologies; set translation.service to amazon, or take it out',
  }),
);

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new ConfigError(`${basename(file)} is not valid JSON; look for a missing quote or comma.`);
  }
};

/**
 * The settings of a stage.
 * @throws ConfigError in one sentence, naming what is wrong and in which file.
 */
export const loadStage = (name: string, folder = STAGES_FOLDER): Stage => {
  const file = join(folder, `${name}.json`);
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(file)) {
    const known = readdirSync(folder).filter((entry) => entry.endsWith('.json'));
    const names = known.map((entry) => basename(entry, '.json')).sort();
    throw new ConfigError(`There is no stage "${name}"; the stages of lib/stages are: ${names.join(', ')}.`);
  }
  const stage = parseSettings(Stage, readJson(file), `the stage file ${name}.json`);
  if (stage.name !== name) throw new ConfigError(`name is "${stage.name}" in ${name}.json; call both the same.`);
  return stage;
};
