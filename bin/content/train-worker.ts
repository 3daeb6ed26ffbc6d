/** A thread that trains the matchers of the languages that it is given, one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { writeMatcher } from './compile-content.ts';

const { lang, file, version } = workerData;
writeMatcher(lang, file, version);
parentPort?.postMessage('done');
