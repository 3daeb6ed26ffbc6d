/** Who asks the desk in its tests, and how: two schools, their staff, requests as API Gateway hands them over. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { StaffMember } from '#app/desk/ports.ts';
import { numberId, staffId } from '#core/ids.ts';

export const HIGH = numberId('100000000000001');
export const MIDDLE = numberId('100000000000002');

/** The schools of a number. */
export const SCHOOLS: Readonly<Record<string, readonly string[]>> = {
  [HIGH]: ['high'],
  [MIDDLE]: ['middle', 'elementary'],
};

const member = (id: string, role: StaffMember['role'], schools: readonly string[], isActive = true): StaffMember => ({
  id: staffId(id),
  name: `Ms. ${id}`,
  title: 'front office',
  role,
  schools,
  isActive,
});

/** `rivera`, `lee` and `lead` are of the high school, `moss` of the middle school; `gone` has left. */
export const STAFF: readonly StaffMember[] = [
  member('rivera', 'agent', ['high']),
  member('lee', 'agent', ['high']),
  member('lead', 'lead', ['high']),
  member('admin', 'admin', ['high', 'middle', 'elementary']),
  member('editor', 'editor', ['high', 'middle', 'elementary']),
  member('moss', 'agent', ['middle']),
  member('gone', 'agent', ['high'], false),
];

export interface CallOptions {
  readonly method?: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** Instead of `json`, as it is. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as API Gateway hands it over. The token of a person is `token-` and their id. */
export const apiEvent = (person: string | undefined, options: CallOptions): APIGatewayProxyEventV2 => {
  const { method = 'GET', path, query, json, body = json === undefined ? undefined : JSON.stringify(json) } = options;
  const requestContext = { http: { method, path } } as APIGatewayProxyEventV2['requestContext'];
  return {
    ...{
      version: '2.0',
      routeKey: '$default',
      rawPath: path,
      rawQueryString: '',
      isBase64Encoded: false,
      requestContext,
    },
    headers: {
      ...(person === undefined ? {} : { authorization: `Bearer token-${person}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(query ? { queryStringParameters: { ...query } } : {}),
    ...(body === undefined ? {} : { body }),
  };
};

/** What an answer says, as JSON. */
export const jsonOf = ({ body }: { body?: string | undefined }): Record<string, unknown> => JSON.parse(body ?? 'null');
