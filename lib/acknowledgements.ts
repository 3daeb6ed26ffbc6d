import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

interface Acknowledgement {
  /** Path inside the stack. */
  readonly at: string;
  readonly id: string;
  readonly reason: string;
}

/** What cdk-nag finds and we leave as it is, each with its reason. The list is meant to stay short. */
export const ACKNOWLEDGEMENTS: readonly Acknowledgement[] = [
  {
    at: 'Secrets/Secret',
    id: 'AwsSolutions-SMG4',
    reason:
      'Meta has no interface by which a function could rotate an app secret or a system user token; a person does it ' +
      '(RUNBOOK.md), and two live app secrets make that possible without a gap. The identity key must never change.',
  },
];

/** Writes the list to its constructs; a path that leads nowhere is an error, so the list cannot go stale. */
export const acknowledgeFindings = (stack: IConstruct): void => {
  for (const { at, id, reason } of ACKNOWLEDGEMENTS) {
    const target = at.split('/').reduce((node: IConstruct, part) => node.node.findChild(part), stack);
    Validations.of(target).acknowledge({ id, reason });
  }
};
