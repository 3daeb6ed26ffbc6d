import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

interface Acknowledgement {
  /** Path inside the stack. */
  readonly at: string;
  readonly id: string;
  readonly reason: string;
  /** A stage may be without the construct that the path begins with. */
  readonly isOptional?: true;
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
  {
    at: 'StaffDesk/Login/Users',
    id: 'AwsSolutions-COG8',
    reason:
      'The Plus plan adds the detection of stolen passwords, for a third more. Here a password alone opens nothing: ' +
      'the second factor is required of everybody, and there are dozens of logins, each made by an administrator.',
  },
  {
    at: 'StaffDesk/Site/Files',
    id: 'AwsSolutions-S1',
    reason: 'Holds the public files of a page, read by CloudFront alone; nothing is to be learned from who read them.',
  },
  {
    at: 'StaffDesk/Site/Distribution',
    id: 'AwsSolutions-CFR1',
    reason: 'Staff may travel, and where a request comes from proves nothing; the login does.',
  },
  {
    at: 'StaffDesk/Site/Distribution',
    id: 'AwsSolutions-CFR2',
    reason:
      'What stands behind it is a static page, and an API that is throttled and takes nobody without a token; a ' +
      'firewall would cost more each month than all the rest of an idle stage.',
  },
  {
    at: 'StaffDesk/Site/Distribution',
    id: 'AwsSolutions-CFR3',
    reason:
      'Such a log holds the addresses that staff work from, at home too, and paths with ids of families. The gateway ' +
      'logs how requests end, and the record who did what.',
  },
  {
    at: 'StaffDesk/Site/Distribution',
    id: 'AwsSolutions-CFR4',
    reason:
      'With a certificate of CloudFront one cannot choose. A stage with an address of its own (desk.address) takes ' +
      'TLS 1.2 and newer only; browsers of today speak nothing older in either case.',
  },
  {
    at: 'StaffDesk/Desk/Desk/Role',
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason:
      'Where the stage translates: TranslateText acts on no resource of the account but a terminology, so that * is ' +
      'the only way to say that the function may translate.',
  },
  {
    at: 'StaffDesk/Page/Role',
    id: 'AwsSolutions-IAM5[Resource::<StaffDeskSiteFiles0ADCC5FE.Arn>/*]',
    reason: 'May put any file into the bucket of the page, which holds nothing else; the names of the files change.',
  },
  {
    at: 'Mails/Bucket',
    isOptional: true,
    id: 'AwsSolutions-S1',
    reason:
      'Mails and files lie here for days; SES, one function and the desk are all that can reach them. Who reads a file ' +
      'at the desk stands in the record.',
  },
  {
    at: 'Mail/Mail/Role',
    isOptional: true,
    id: 'AwsSolutions-IAM5[Resource::<MailsBucketDFB6000B.Arn>/mail/*]',
    reason: 'Takes every mail of the folder; SES names them.',
  },
  {
    at: 'Mail/Mail/Role',
    isOptional: true,
    id: 'AwsSolutions-IAM5[Resource::<MailsBucketDFB6000B.Arn>/attachments/*]',
    reason: 'Keeps files under names of families and requests, which nobody knows beforehand.',
  },
  {
    at: 'StaffDesk/Desk/Desk/Role',
    isOptional: true,
    id: 'AwsSolutions-IAM5[Resource::<MailsBucketDFB6000B.Arn>/attachments/*]',
    reason: 'Shows files to staff; they lie under names of families and requests, which nobody knows beforehand.',
  },
  {
    at: 'Track/Track/Role',
    isOptional: true,
    id: 'AwsSolutions-IAM5[Resource::<MailsBucketDFB6000B.Arn>/attachments/*]',
    reason: 'Removes the files of a family that is erased.',
  },
  {
    at: 'Turn/Turn/Role',
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: "Where the stage translates: the same as for the desk's function.",
  },
  {
    at: 'Mail/Mail/Role',
    isOptional: true,
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: "Where the stage translates: the same as for the desk's function.",
  },
  {
    at: 'Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C512MiB',
    id: 'AwsSolutions-L1',
    reason: "CDK's own function; its runtime is CDK's to choose.",
  },
];

/** Writes the list to its constructs; a path that leads nowhere is an error, so the list cannot go stale. */
export const acknowledgeFindings = (stack: IConstruct): void => {
  for (const { at, id, reason, isOptional } of ACKNOWLEDGEMENTS) {
    if (isOptional && !stack.node.tryFindChild(at.split('/')[0] ?? '')) continue;
    const target = at.split('/').reduce((node: IConstruct, part) => node.node.findChild(part), stack);
    Validations.of(target).acknowledge({ id, reason });
  }
};
