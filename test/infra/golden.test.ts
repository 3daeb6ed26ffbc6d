import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { demoTemplate } from './demo-stack.ts';

const file = join(import.meta.dirname, 'golden/homeroom-demo.template.json');

/** Hashes of code change with every line of every handler; what the stack *is* does not. */
const withoutHashes = (template: unknown) =>
  `${JSON.stringify(template, null, 2).replaceAll(/[0-9a-f]{64}/g, '<asset hash>')}\n`;

describe('the demo stage as a template', () => {
  it('is the golden one; UPDATE_GOLDEN=1 rewrites it, and the diff is for the reviewer', () => {
    const actual = withoutHashes(demoTemplate().toJSON());

    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, actual);
    }

    expect(actual).toBe(readFileSync(file, 'utf8'));
  });
});
