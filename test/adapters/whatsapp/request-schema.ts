import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { FIXTURES } from './samples.ts';

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Branches of an `allOf` that forbid what the other branches demand; Meta's file cannot mean it. */
const withoutClosedBranches = (node: unknown, isBranch = false): unknown => {
  if (Array.isArray(node)) return node.map((item) => withoutClosedBranches(item, isBranch));
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !(isBranch && key === 'additionalProperties'))
      .map(([key, value]) => [key, withoutClosedBranches(value, key === 'allOf')]),
  );
};

const PREFIX = '#/components/schemas/';

/** The named schemas and all that they refer to; the whole file would take a minute to compile. */
const reachable = (schemas: Json, roots: readonly string[]): Json => {
  const found: Json = {};
  const open = [...roots];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name in found) continue;
    found[name] = withoutClosedBranches(schemas[name]);
    for (const [, next] of JSON.stringify(found[name]).matchAll(/"#\/components\/schemas\/([^"]+)"/g))
      if (next) open.push(next);
  }
  return found;
};

/** Compiles Meta's description of the requests that a reply can become. */
export const compileRequestSchemas = (): {
  readonly text: ValidateFunction;
  readonly interactive: ValidateFunction;
  readonly document: ValidateFunction;
} => {
  const file: unknown = parse(readFileSync(join(FIXTURES, 'business-messaging-api_v23.0.yaml'), 'utf8'));
  const components = isObject(file) && isObject(file['components']) ? file['components'] : {};
  const schemas = isObject(components['schemas']) ? components['schemas'] : {};
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const root = {
    $id: 'meta',
    components: { schemas: reachable(schemas, ['TextMessage', 'InteractiveMessage', 'DocumentMessage']) },
  };
  ajv.addSchema(root);
  const compile = (name: string) => ajv.compile({ $ref: `meta${PREFIX}${name}` });
  return {
    text: compile('TextMessage'),
    interactive: compile('InteractiveMessage'),
    document: compile('DocumentMessage'),
  };
};
