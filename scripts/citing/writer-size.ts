import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inOwnFolder, runIn } from './workshop';

/** The bytes of the BibTeX writer with all it needs, minified, after gzip. */
export function writerSize(): number {
  return inOwnFolder((folder) => {
    const file = join(folder, 'writer.js');
    const flags =
      '--bundle --minify --format=esm --charset=utf8 --alias:@=. --log-level=error'.split(' ');
    const { code, errors } = runIn('.', 'node_modules/.bin/esbuild', [
      'utils/formats/bibtex.ts',
      ...flags,
      `--outfile=${file}`,
    ]);
    if (code !== 0) throw new Error(errors);
    return gzipSync(readFileSync(file), { level: 9 }).length;
  });
}
