/** How a function's code becomes one file. Needs neither Docker nor network: esbuild runs in this process's machine. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';

/** A file of `left-out`: what stands in for a package, and why. */
const standIn = (name: string): string => join(import.meta.dirname, 'left-out', `${name}.ts`);

/**
 * The one set of options, for the stack and for the benchmark that watches size and start-up time.
 * Measured 2026-11 on Node 24 (process start relative to an empty handler): the SDK bundled from its `module`
 * fields starts in 2.9 times the bare time, from `main` fields 3.7, left outside the bundle 3.2; CJS starts no
 * slower than ESM. Lambda has billed initialisation since 1 August 2025, so this is money as well.
 */
export const BUNDLING = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  mainFields: ['module', 'main'],
  /** The SDK is bundled: smaller and faster than the runtime's, and its version is ours. */
  external: [],
  alias: {
    '@aws-sdk/credential-provider-node': standIn('credentials'),
    '@smithy/core/event-streams': standIn('event-streams'),
    'follow-redirects': standIn('follow-redirects'),
    'form-data': standIn('form-data'),
    'https-proxy-agent': standIn('proxies'),
    'proxy-from-env': standIn('proxies'),
  },
  /** What CommonJS has not. email-reply-parser asks by it for a package that is not installed, and goes on without. */
  define: { 'import.meta.url': '"file:///var/task/index.cjs"' },
  minify: true,
  sourcemap: true,
  /** Line numbers suffice in a stack trace; the sources would triple the map. */
  sourcesContent: false,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/**
 * `.cjs` and not `.js`, so that it means the same in Lambda and below this package's `"type": "module"`, where tests
 * and the benchmark load it. Lambda's Node runtime tries .js, .mjs, .cjs.
 */
export const BUNDLE_FILE = 'index.cjs';
export const HANDLER = 'index.handler';

export interface Bundle {
  /** Absolute path of the handler's file. */
  readonly entry: string;
  readonly outputFolder: string;
  /** Files packed beside the code: their names and what they hold. */
  readonly beside: Readonly<Record<string, string | Uint8Array>>;
}

/** Builds one function's folder: the code, its map, and what lies beside them. */
export const writeBundle = ({ entry, outputFolder, beside }: Bundle): void => {
  // Built as if beside its source, then written elsewhere: the map's relative paths, and with them the
  // asset's hash, are the same on every machine and in every output folder.
  const { outputFiles } = buildSync({
    ...BUNDLING,
    entryPoints: [entry],
    outfile: join(entry, '..', BUNDLE_FILE),
    write: false,
  });
  for (const file of outputFiles) writeFileSync(join(outputFolder, basename(file.path)), file.contents);
  for (const [name, held] of Object.entries(beside)) {
    mkdirSync(join(outputFolder, dirname(name)), { recursive: true });
    writeFileSync(join(outputFolder, name), held);
  }
};
