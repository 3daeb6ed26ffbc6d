/** What the template lets whom do. */
import type { Template } from 'aws-cdk-lib/assertions';

export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
/** A statement, and the resource that it stands in, without the hash of its name. */
export interface Found {
  readonly where: string;
  readonly statement: Statement;
}

/** Every statement of every policy, wherever in a resource it stands. */
export const statementsIn = (value: unknown): Statement[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'Statement' in value && Array.isArray(value.Statement) ? (value.Statement as Statement[]) : [];
  return [...own, ...Object.values(value).flatMap(statementsIn)];
};

export const actionsOf = ({ Action }: Statement) => (typeof Action === 'string' ? [Action] : Action);

export const foundIn = (template: Template): Found[] => {
  const resources = template.toJSON().Resources as Record<string, unknown>;
  return Object.entries(resources).flatMap(([where, resource]) =>
    statementsIn(resource).map((statement) => ({ where: where.replace(/[0-9A-F]{8}$/, ''), statement })),
  );
};

/** What a role may do, without who may take it on. */
export const statementsOfRole = (found: readonly Found[], role: string): Statement[] =>
  found
    .filter(({ where, statement }) => where === role && !actionsOf(statement).includes('sts:AssumeRole'))
    .map(({ statement }) => statement);
