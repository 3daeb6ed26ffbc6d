/** A thread that trains the matcher of one language. */
import { workerData } from 'node:worker_threads';
import { writeMatcher } from './compile-content.ts';

const { lang, file, version } = workerData;
writeMatcher(lang, file, version);
