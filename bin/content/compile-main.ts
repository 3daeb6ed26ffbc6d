/** The process that `compileContent` waits for: `node compile-main.ts <version>`. */
import { ContentError, compileNow } from './compile-content.ts';

try {
  await compileNow(process.argv[2] ?? '');
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
