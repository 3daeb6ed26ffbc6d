/** Loads all languages in a process of its own: `node --expose-gc artifacts-child.ts <folder> <lang>…`. */
import { performance } from 'node:perf_hooks';
import { loadContent } from '../../lambdas/adapters/content/compiled.ts';
import { isLang } from '../../lambdas/core/language.ts';

const [folder = '', ...langs] = process.argv.slice(2);
const residentBytes = () => {
  globalThis.gc?.();
  return process.memoryUsage().rss;
};
const before = residentBytes();
const { understand, content } = loadContent(folder);
const loads = Object.fromEntries(
  langs.filter(isLang).map((lang) => {
    const from = performance.now();
    // A word that is in no language keeps the language of the talk, so that its matcher is asked.
    understand('qwxz', { lang });
    void content.packs[lang];
    return [lang, performance.now() - from];
  }),
);
console.log(JSON.stringify({ loads, residentMb: (residentBytes() - before) / 1e6 }));
