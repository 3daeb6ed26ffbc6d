import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import { DeskError } from '#app/desk/desk-error.ts';

/** Twice the longest reply in a script of three bytes a letter, with everything in it escaped. */
const MOST_BODY_BYTES = 64 * 1024;
/** Longer than any cursor of ours. */
const MOST_QUERY_CHARACTERS = 8192;
const MOST_DAYS = 90;

/** A request as its route reads it. Every method throws DeskError where the request is not as it must be. */
export interface DeskRequest {
  /** A part of the path, by the name that the route gives it. */
  param(name: string, form: RegExp): string;
  query(name: string): string | undefined;
  /** `days` of the query: 1 to 90. */
  days(usual: number): number;
  /** @param mostBytes how long it may be, where that is more than usual */
  body<Schema extends z.core.$ZodType>(schema: Schema, mostBytes?: number): z.output<Schema>;
}

const bad = (sentence: string) => new DeskError('bad_request', sentence);
const UNREADABLE = bad('This request cannot be read. Load the page again; if that does not help, tell your admin.');

const textOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2, mostBytes: number): string => {
  if (body.length > mostBytes * 2) throw bad('This is too long. Make it shorter.');
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > mostBytes) throw bad('This is too long. Make it shorter.');
  return bytes.toString('utf8');
};

const isJson = (type: string | undefined): boolean => /^application\/json\s*(?:;|$)/i.test(type ?? '');

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw UNREADABLE;
  }
};

/** The schema library says so where a rule has no words of its own. */
const WORDLESS = 'Invalid input';

/** What a form has words for can be mended by the person; the rest is the page's own mistake. */
const wrongForm = ({ issues: [issue] }: z.core.$ZodError): DeskError => {
  const field = issue?.path.findLast((part) => typeof part === 'string');
  const isTold = field !== undefined && issue !== undefined && !issue.message.startsWith(WORDLESS);
  return isTold ? bad(`"${field}" ${issue.message}.`) : UNREADABLE;
};

/** The parts of a path, or undefined where it holds what no address of ours holds. */
const decodedParts = (path: string): string[] | undefined => {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
};

/**
 * The named parts of a path that fits a template such as `/v1/people/{id}`.
 * @returns undefined where it does not fit
 */
export const matchPath = (template: string, path: string): Readonly<Record<string, string>> | undefined => {
  const wanted = template.split('/');
  const found = decodedParts(path);
  if (found?.length !== wanted.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = found[at] ?? '';
    if (part.startsWith('{')) params[part.slice(1, -1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
};

/** A request of API Gateway, payload 2.0, whose path has been matched. */
export const requestOf = (event: APIGatewayProxyEventV2, params: Readonly<Record<string, string>>): DeskRequest => {
  const query = (name: string) => {
    const value = event.queryStringParameters?.[name];
    if (value !== undefined && value.length > MOST_QUERY_CHARACTERS) throw UNREADABLE;
    return value;
  };
  return {
    query,
    param: (name, form) => {
      const value = params[name] ?? '';
      // What cannot be an id is nobody's: the same answer as for one that is not there.
      if (!form.test(value)) throw new DeskError('not_found', 'There is nothing at this address.');
      return value;
    },
    days: (usual) => {
      const value = query('days') ?? String(usual);
      const days = /^\d{1,3}$/.test(value) ? Number(value) : 0;
      if (days < 1 || days > MOST_DAYS) throw bad(`Choose between 1 and ${MOST_DAYS} days.`);
      return days;
    },
    body: (schema, mostBytes = MOST_BODY_BYTES) => {
      if (!isJson(event.headers['content-type'])) throw UNREADABLE;
      const result = z.safeParse(schema, jsonOf(textOf(event, mostBytes)));
      if (!result.success) throw wrongForm(result.error);
      return result.data;
    },
  };
};

/** The bearer token of a request, if it brings one. */
export const tokenOf = ({ headers }: APIGatewayProxyEventV2): string | undefined =>
  /^Bearer ([\w.~+/=-]+)$/i.exec(headers['authorization'] ?? '')?.[1];
