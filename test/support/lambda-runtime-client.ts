/**
 * Stands in for `rapid-client.node`, the native part of AWS's Lambda runtime client, which asks the Runtime API for
 * work and hands the results back. Preloaded with `--import`, it puts itself in that file's place, so that the
 * client runs where nothing can be compiled. Everything else of the client is AWS's own.
 */
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, nextResolve) =>
    specifier === './rapid-client.node'
      ? { url: import.meta.url, format: 'module-typescript', shortCircuit: true }
      : nextResolve(specifier, context),
});

const runtime = `http://${process.env['AWS_LAMBDA_RUNTIME_API']}/2018-06-01/runtime/invocation`;

/** Waits for the next invocation. */
export const next = async () => {
  const response = await fetch(`${runtime}/next`);
  return { bodyJson: await response.text(), headers: Object.fromEntries(response.headers) };
};

// The native functions wait for the answer; here it may come later, as nobody looks at it.
const post = (path: string, body: string): void => {
  void fetch(`${runtime}/${path}`, { method: 'POST', body });
};
export const done = (id: string, body: string): void => post(`${id}/response`, body);
export const error = (id: string, body: string): void => post(`${id}/error`, body);
