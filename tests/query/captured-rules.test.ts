import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Rule } from '@/utils/domain/rule';
import { foldText } from '@/utils/query/fold';
import { linearEngine } from '@/utils/query/linear-engine';
import { parse } from '@/utils/query/parse';
import { compileRules, ruleProblem } from '@/utils/query/rules';
import type { Subject } from '@/utils/query/subject';
import { naively } from './reference';

// Real listings, beside the project on machines that have them; read and never copied.
const LISTINGS = new URL('../../../shared/pages/hf-api/', import.meta.url);
const TODAY = '2026-11-23';

/** What readers hide. */
const QUERIES = `
  diffusion ; "text to image" ; video generation ; robot* ; survey ; "large language model" ;
  benchmark -reasoning ; agent or agents ; (video or audio) generation ; quantiz* ; 3d ;
  "3d gaussian" or nerf ; title:agent ; title:"language model" -abstract:vision ; medical ;
  speech or voice or "text to speech" ; rlhf or "human feedback" ; math reasoning ; GPT-4 ;
  upvotes:<5 ; upvotes:<10 benchmark ; authors:>30 ; year:2024 diffusion ; "fine tuning" ;
  published:<2024-06 video ; has:code -benchmark ; -has:code title:agent ; model-agnostic ;
  "reinforcement learning" -(agent or robot) ; tokenizer ; multi-modal ; low-rank or LoRA ;
  world model ; "world model" ; safety or jailbreak* ; chinese or japanese or korean ;
  transformer -(vision or image or video) ; code generation ; title:scaling ; /gpt-?\\d/
`
  .split(';')
  .map((query) => query.trim());

type Entry = {
  readonly paper: {
    readonly title: string;
    readonly summary?: string;
    readonly authors?: readonly { readonly name: string }[];
    readonly upvotes?: number;
    readonly publishedAt?: string;
    readonly githubRepo?: string;
  };
};

function subjectOf({ paper }: Entry): Subject & { title: string; abstract: string } {
  return {
    title: paper.title,
    abstract: paper.summary ?? '',
    authors: (paper.authors ?? []).map(({ name }) => name),
    ...(paper.upvotes !== undefined && { upvotes: paper.upvotes }),
    ...(paper.publishedAt && { published: paper.publishedAt.slice(0, 10) }),
    hasCode: paper.githubRepo !== undefined,
  };
}

function rule(query: string): Rule {
  return { id: query, query, action: 'collapse', sites: [], enabled: true, createdAt: '' };
}

describe.skipIf(!existsSync(LISTINGS))('forty rules on real listings', () => {
  it('match exactly what asking each of them naively says', () => {
    expect(QUERIES.map(ruleProblem)).toEqual(QUERIES.map(() => undefined));
    const matches = compileRules(QUERIES.map(rule), {
      site: 'huggingface',
      today: TODAY,
      now: `${TODAY}T08:00:00.000Z`,
      engine: linearEngine,
    });
    const hits = new Set<string>();
    for (const file of readdirSync(LISTINGS)) {
      const entries = JSON.parse(readFileSync(new URL(file, LISTINGS), 'utf8')) as Entry[];
      for (const subject of entries.map(subjectOf)) {
        const { authors: _names, ...texts } = subject;
        const expected = QUERIES.filter((query) => {
          // A rule's words are looked for in title and abstract, a count of authors in neither.
          const asked = query.startsWith('authors:') ? subject : texts;
          return naively(parse(query).query, asked, TODAY);
        });
        const found = matches({
          ...subject,
          title: foldText(subject.title),
          abstract: foldText(subject.abstract),
        });
        expect(found.map((match) => match.rule.query)).toEqual(expected);
        for (const query of expected) hits.add(query);
      }
    }
    expect(hits.size).toBeGreaterThan(QUERIES.length * 0.7);
  });
});
