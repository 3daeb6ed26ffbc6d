import type { Template } from 'aws-cdk-lib/assertions';
import { demoTemplate, resourcesOf } from './demo-stack.ts';

interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}
interface Found {
  readonly where: string;
  readonly statement: Statement;
}

let template: Template;
let found: Found[];
beforeAll(() => {
  template = demoTemplate();
  const resources = template.toJSON().Resources as Record<string, unknown>;
  found = Object.entries(resources).flatMap(([where, resource]) =>
    statementsIn(resource).map((statement) => ({ where: where.replace(/[0-9A-F]{8}$/, ''), statement })),
  );
});

/** Every statement of every policy, wherever in a resource it stands. */
const statementsIn = (value: unknown): Statement[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'Statement' in value && Array.isArray(value.Statement) ? (value.Statement as Statement[]) : [];
  return [...own, ...Object.values(value).flatMap(statementsIn)];
};

const actionsOf = ({ Action }: Statement) => (typeof Action === 'string' ? [Action] : Action);
const hasWildcard = (statement: Statement) =>
  actionsOf(statement).some((action) => action.includes('*')) || /[*?]/.test(JSON.stringify(statement.Resource ?? ''));

/** By resource and statement; a Deny is not listed, because a wildcard there only takes away. */
const ALLOWED_WILDCARDS: readonly { readonly what: string; readonly reason: string }[] = [
  { what: 'EncryptionKey kms:*', reason: "KMS's default: the account's policies manage the key; * is this key." },
  { what: 'EncryptionKey Logs', reason: 'In a key policy the resource * is this key; bound to three log groups.' },
  { what: 'EncryptionKey Alarms', reason: 'In a key policy the resource * is this key.' },
];

describe('permissions', () => {
  it('hold no wildcard but the listed ones', () => {
    const wild = found.filter(({ statement }) => statement.Effect === 'Allow' && hasWildcard(statement));

    const described = wild.map(({ where, statement }) => `${where} ${statement.Sid ?? actionsOf(statement).join()}`);
    expect(described.sort()).toEqual(ALLOWED_WILDCARDS.map(({ what }) => what).sort());
  });

  it('are the whole of what a role may do: no managed policy, none added later', () => {
    template.resourceCountIs('AWS::IAM::Role', 3);
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
  it.each([
    ['WebhookRole', [...key, ...log, 'secretsmanager:GetSecretValue', 'sqs:SendMessage']],
    [
      'TurnRole',
      [
        ...keyForTable,
        ...log,
        ...consume,
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
        'secretsmanager:GetSecretValue',
        'sqs:SendMessage',
      ],
    ],
    ['TrackRole', [...keyForTable, ...log, ...consume, 'dynamodb:GetItem', 'dynamodb:UpdateItem', 'sqs:SendMessage']],
  ])('%s is exactly this', (role, expected) => {
    const statements = found.filter(
      ({ where, statement }) => where === role && !actionsOf(statement).includes('sts:AssumeRole'),
    );

    const actions = new Set(statements.flatMap(({ statement }) => actionsOf(statement)));
    expect([...actions].sort()).toEqual([...expected].sort());
  });
});
