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
  body<Schema extends z.core.$ZodType>(schema: Schema): z.output<Schema>;
}

const bad = (sentence: string) => new DeskError('bad_request', sentence);
const UNREADABLE = bad('This request cannot be read. Load the page again; if that does not help, tell your admin.');

const textOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string => {
  if (body.length > MOST_BODY_BYTES * 2) throw bad('This is too long. Make it shorter.');
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > MOST_BODY_BYTES) throw bad('This is too long. Make it shorter.');
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
    body: (schema) => {
      if (!isJson(event.headers['content-type'])) throw UNREADABLE;
      const result = z.safeParse(schema, jsonOf(textOf(event)));
      if (!result.success) throw UNREADABLE;
      return result.data;
    },
  };
};

/** The bearer token of a request, if it brings one. */
export const tokenOf = ({ headers }: APIGatewayProxyEventV2): string | undefined =>
  /^Bearer ([\w.~+/=-]+)$/i.exec(headers['authorization'] ?? '')?.[1];
