import type { Template } from 'aws-cdk-lib/assertions';
import { demoTemplate, resourcesOf } from './demo-stack.ts';
import { actionsOf, type Found, foundIn, type Statement, statementsIn, statementsOfRole } from './statements.ts';

const from = 'homeroom@riverbend.example.org';
let template: Template;
/** A stage that translates, and mails by an identity of its own. */
let other: Template;
let found: Found[];
beforeAll(() => {
  template = demoTemplate();
  other = demoTemplate({ notices: { from, identity: from }, translation: { service: 'amazon' } });
  found = foundIn(template);
});

const hasWildcard = (statement: Statement) =>
  actionsOf(statement).some((action) => action.includes('*')) || /[*?]/.test(JSON.stringify(statement.Resource ?? ''));

const statementsOf = (role: string) => statementsOfRole(found, role);

/** By resource and statement; a Deny is not listed, because a wildcard there only takes away. */
const ALLOWED_WILDCARDS: readonly { readonly what: string; readonly reason: string }[] = [
  { what: 'EncryptionKey kms:*', reason: "KMS's default: the account's policies manage the key; * is this key." },
  { what: 'EncryptionKey Logs', reason: 'In a key policy the resource * is this key; bound to our log groups.' },
  { what: 'EncryptionKey Alarms', reason: 'In a key policy the resource * is this key.' },
  { what: 'EncryptionKey Mails', reason: 'In a key policy the resource * is this key; bound to the bucket of mails.' },
  { what: 'MailRole s3:DeleteObject,s3:GetObject', reason: 'Mails as they come in; SES names them.' },
  { what: 'MailRole s3:PutObject', reason: 'Files of mails, by families and requests that nobody knows beforehand.' },
  { what: 'MailsBucketPolicy Mails', reason: 'SES names the mails; bound to our one rule.' },
  { what: 'StaffDeskPageRole Page', reason: "The files of the desk's page; its bucket holds nothing else." },
  { what: 'StaffDeskRole s3:GetObject', reason: 'Files of mails, shown to staff.' },
  { what: 'StaffDeskSiteFilesPolicy s3:GetObject', reason: 'The same, read by the one distribution.' },
  { what: 'TrackRole s3:DeleteObject', reason: 'Files of a family that is erased.' },
];

describe('permissions', () => {
  it('hold no wildcard but the listed ones', () => {
    const wild = found.filter(({ statement }) => statement.Effect === 'Allow' && hasWildcard(statement));

    const described = wild.map(({ where, statement }) => `${where} ${statement.Sid ?? actionsOf(statement).join()}`);
    expect(described.sort()).toEqual(ALLOWED_WILDCARDS.map(({ what }) => what).sort());
  });

  it('are the whole of what a role may do: no managed policy, none added later', () => {
    template.resourceCountIs('AWS::IAM::Role', 8);
    template.resourceCountIs('AWS::IAM::Policy', 0);
    for (const role of Object.values(resourcesOf(template, 'AWS::IAM::Role'))) {
      expect(role.Properties).not.toHaveProperty('ManagedPolicyArns');
    }
  });

  const key = ['kms:Decrypt', 'kms:GenerateDataKey'];
  const keyForTable = [
    ...key,
    'kms:DescribeKey',
    'kms:Encrypt',
    'kms:GenerateDataKeyWithoutPlaintext',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
  ];
  const log = ['logs:CreateLogStream', 'logs:PutLogEvents'];
  const consume = ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'];
  const readSecret = 'secretsmanager:GetSecretValue';
  it.each([
    ['WebhookRole', [...key, ...log, readSecret, 'sqs:SendMessage']],
    [
      'TurnRole',
      [
        ...keyForTable,
        ...log,
        ...consume,
        'dynamodb:DeleteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
        readSecret,
        'sqs:SendMessage',
      ],
    ],
    [
      'TrackRole',
      [
        ...keyForTable,
        ...log,
        ...consume,
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
        's3:DeleteObject',
        's3:ListBucket',
        readSecret,
        'ses:SendEmail',
        'sqs:SendMessage',
      ],
    ],
    [
      'StaffDeskRole',
      [
        ...keyForTable,
        ...log,
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
        's3:GetObject',
        readSecret,
        'sqs:SendMessage',
      ],
    ],
    [
      'MailRole',
      [
        ...keyForTable,
        ...log,
        'dynamodb:GetItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
        's3:DeleteObject',
        's3:GetObject',
        's3:ListBucket',
        's3:PutObject',
        'sqs:SendMessage',
      ],
    ],
    [
      'CalendarRole',
      [
        ...keyForTable,
        ...log,
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
        'sqs:SendMessage',
      ],
    ],
    [
      'SweepRole',
      [...keyForTable, ...log, 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'sqs:SendMessage'],
    ],
    ['StaffDeskPageRole', [...log, 's3:GetObject', 's3:ListBucket', 's3:PutObject']],
  ])('%s is exactly this', (role, expected) => {
    const statements = statementsOf(role);

    const actions = new Set(statements.flatMap(actionsOf));
    expect([...actions].sort()).toEqual([...expected].sort());
  });

  it('to read indexes are for those that a function asks', () => {
    const indexesOf = (role: string) =>
      [...JSON.stringify(statementsOf(role)).matchAll(/\/index\/(\w+)/g)].map(([, index]) => index).sort();

    expect(indexesOf('StaffDeskRole')).toEqual(['changes', 'handoffs']);
    expect(indexesOf('SweepRole')).toEqual(['changes', 'handoffs']);
    expect(['TurnRole', 'TrackRole', 'WebhookRole'].flatMap(indexesOf)).toEqual([]);
  });

  it("to read the page's archives name the very archives", () => {
    const archives = statementsOf('StaffDeskPageRole').find((one) => actionsOf(one).includes('s3:GetObject'));

    expect(JSON.stringify(archives?.Resource).match(/\/[0-9a-f]{64}\.zip"/g)).toHaveLength(2);
  });
});

describe('mail to staff', () => {
  const mailOf = (of: Template) =>
    statementsIn(of.toJSON()).filter((statement) => actionsOf(statement).includes('ses:SendEmail'));

  it("may leave from the stage's sender only, by the identity of its domain", () => {
    const [mail, requests, ...others] = mailOf(template);

    expect(others).toEqual([]);
    expect(JSON.stringify(mail?.Resource)).toContain(':identity/riverbend.example.org"');
    expect(mail?.Condition).toEqual({ StringEquals: { 'ses:FromAddress': from } });
    expect(JSON.stringify(requests?.Resource)).toContain(':identity/mail.riverbend.example.org"');
    expect(requests?.Condition).toEqual({
      StringEquals: { 'ses:FromAddress': 'homeroom@mail.riverbend.example.org' },
    });
  });

  it('goes by another identity where the stage names one, and cannot go at all without a sender', () => {
    expect(JSON.stringify(mailOf(other))).toContain(`identity/${from}`);
    expect(mailOf(demoTemplate({ notices: {}, mail: undefined }))).toEqual([]);
  });
});

describe('translation', () => {
  it('may be asked for only where the stage has words translated by Amazon', () => {
    const translating = (of: Template) =>
      statementsIn(of.toJSON()).filter((statement) => actionsOf(statement).includes('translate:TranslateText'));

    expect(translating(template)).toEqual([]);
    const statement = { Sid: 'Translate', Effect: 'Allow', Action: 'translate:TranslateText', Resource: '*' };
    // The desk, the turn, and what takes answers by e-mail.
    expect(translating(other)).toEqual([statement, statement, statement]);
  });
});
