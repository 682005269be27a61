import {
  CITE_DEFAULTS,
  type Citable,
  type ExplainedTemplate,
  type Exported,
  type FormatChoice,
} from '@/utils/domain/citing';
import type { Library } from '@/utils/domain/library';
import type { Paper } from '@/utils/domain/paper';
import type { PaperId } from '@/utils/domain/paper-id';

/** Long work that a page shows and may stop. */
export type Work = {
  readonly signal?: AbortSignal;
  readonly tell?: (done: number, total: number) => void;
};

/** Writes saved papers in any format, without waking the background worker for more than keys. */
export type Exporter = {
  formats(): Promise<readonly FormatChoice[]>;
  explainKeys(template: string): Promise<ExplainedTemplate>;
  explainLine(template: string): Promise<ExplainedTemplate>;
  /** Throws the signal's reason when it is stopped. */
  write(ids: readonly PaperId[], formatId: string, work?: Work): Promise<Exported>;
};

/** Papers that are written sooner than a thread for them has begun. */
const MOST_HERE = 500;

/** Long known, so that everybody sees which part of a key comes from where. */
const EXAMPLE: Paper = {
  id: 'arxiv:1706.03762' as PaperId,
  title: 'Attention Is All You Need',
  authors: ['Ashish Vaswani', 'Noam Shazeer'],
  published: '2017-06-12',
};

export function exporter(
  library: Pick<Library, 'pinKeys' | 'citeOptions'>,
  citables: (ids: readonly PaperId[]) => Promise<readonly Citable[]>,
): Exporter {
  return {
    async formats() {
      const { EXPORT_FORMATS } = await import('@/utils/formats');
      return EXPORT_FORMATS.map(({ id, name }) => ({ id, name }));
    },
    async explainKeys(template) {
      const { citationKey, keyTemplateProblem } = await import('@/utils/formats/citation-key');
      const problem = keyTemplateProblem(template);
      return problem ? { problem } : { example: citationKey(EXAMPLE, template) };
    },
    async explainLine(template) {
      const [{ LINE, lineTemplateProblem }, { citationKey }] = await Promise.all([
        import('@/utils/formats/line-template'),
        import('@/utils/formats/citation-key'),
      ]);
      const problem = lineTemplateProblem(template);
      if (problem) return { problem };
      const paper = { ...EXAMPLE, abstract: 'We propose a new simple network architecture.' };
      const item = { paper, key: citationKey(paper), tags: ['attention'], note: 'Read it twice.' };
      return {
        example: LINE.write(item, {
          ...CITE_DEFAULTS,
          abstracts: true,
          lineTemplate: template,
        }).text.trim(),
      };
    },
    async write(ids, formatId, { signal, tell } = {}) {
      const task = { ids, formatId, options: await library.citeOptions() };
      const parts = { pinKeys: library.pinKeys, signal, tell };
      if (ids.length > MOST_HERE) {
        const { writeAside } = await import('./writing-aside');
        return writeAside(task, parts);
      }
      const { writePapers } = await import('./writing');
      return writePapers(task, { ...parts, citables });
    },
  };
}
