import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/**
 * Prints where the packed Chromium is, unpacking it first. A process of its own: that package is an ES
 * module, and the tests run as CommonJS, which cannot load one.
 */
const PACKED = "import chromium from '@sparticuz/chromium'; console.log(await chromium.executablePath());";

const findChromium = (): string => {
  const installed = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find((path) => path && existsSync(path));
  const unpack = () => execFileSync(process.execPath, ['--input-type=module', '--eval', PACKED], { encoding: 'utf8' });
  return installed ?? unpack().trim();
};

/**
 * A headless Chromium: the one that CHROMIUM_PATH names, else the system's, else the packed one. It draws
 * in software. The packed one's own arguments are left out: they run everything in one process, which ends
 * with its first page, and switch off web security.
 */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--no-zygote',
      '--no-first-run',
      '--disable-background-networking',
      '--use-gl=angle',
      '--use-angle=swiftshader',
    ],
  });
