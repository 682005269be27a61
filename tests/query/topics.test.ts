import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '@/utils/query/fold';
import { type CardText, compileRules, ruleProblem } from '@/utils/query/rules';
import { topicName } from '@/utils/query/topic-name';
import { proposeTopics, type TopicSource } from '@/utils/query/topics';

function card(title: string, abstract = ''): CardText {
  return { title: foldText(title), abstract: foldText(abstract) };
}

function hides(query: string, text: CardText): boolean {
  const rule = { id: 'a', query, action: 'hide' as const, sites: [], enabled: true, createdAt: '' };
  return (
    compileRules([rule], {
      site: 'huggingface',
      today: '2026-11-23',
      now: '2026-11-23T08:00:00.000Z',
    })(text).length > 0
  );
}

const PAGE = [
  card('Mirage: Graph Distillation for Video Diffusion', 'Diffusion models are large.'),
  card('Fast Video Diffusion on Phones', 'Video diffusion models are slow.'),
  card('A Survey of Agents', 'Agents act.'),
  card('Latent Diffusion Models for Weather', 'We forecast with diffusion models.'),
  card('Counting Sheep with Transformers', 'Sheep are counted.'),
];
const [MIRAGE = card(''), ...OTHERS] = PAGE;

function topicsOf(title: string, abstract = ''): string[] {
  return proposeTopics(card(title, abstract), OTHERS);
}

describe('proposed topics', () => {
  it('put a phrase that others share first, and quote it', () => {
    expect(proposeTopics(MIRAGE, OTHERS)[0]).toBe('"video diffusion"');
  });

  it("leave out the paper's own name", () => {
    expect(proposeTopics(MIRAGE, OTHERS)).not.toContain('mirage');
    expect(topicsOf('Sheep-Net++: Counting of Sheep')).not.toContain('"sheep-net"');
  });

  it('prefer the keywords the site gives, without the acronym it adds', () => {
    const keywords = ['graph distillation (GD)', 'not in the text', '', '"…"'];
    const topics = proposeTopics({ ...MIRAGE, keywords }, OTHERS);
    expect(topics.slice(0, 2)).toContain('"graph distillation"');
    expect(topics).not.toContain('"not in the text"');
  });

  it.each([
    ['Tackling Sheep Allergies with Robots', '"sheep allergies"'],
    ['Transformers Discover Wool Structure Without Priors', '"wool structure"'],
    ['A Robust Agent for Wool Series Analysis', '"wool series"'],
    ['Towards High-Quality Sheep Generation', '"sheep generation"'],
    ['Wool-Guided Shearing at Scale', '"wool-guided shearing"'],
  ])('of %s name what it is about: %s', (title, topic) => {
    expect(topicsOf(title)).toContain(topic);
  });

  it.each([
    ['Large Language Models for Sheep', '"large language"'],
    ['Compressed Wool Context for Sheep Counting', '"compressed wool"'],
    ['The Unreasonable Effectiveness of Counting Sheep', '"unreasonable effectiveness"'],
    ['SheepTron Technical Report', '"technical report"'],
    ['Enhancing Sheep', '"enhancing sheep"'],
    ['Sheep Are Robust', 'robust'],
    ['Jointly Grazing', '"jointly grazing"'],
  ])('of %s leave out %s', (title, fragment) => {
    expect(topicsOf(title)).not.toContain(fragment);
  });

  it('do not hide most of the page when there is anything else', () => {
    const flock = ['Wool', 'Milk', 'Fences', 'Dogs', 'Hills'].map((of) =>
      card(`Sheep Farms ${of}`),
    );
    expect(proposeTopics(card('Sheep Farms and Quiet Nights'), flock)[0]).toBe('"quiet nights"');
  });

  it('say each thing once', () => {
    const topics = topicsOf('Visual Multi-Agent System for Sheep', 'A multi-agent system counts.');
    expect(topics.filter((topic) => topic.includes('agent'))).toHaveLength(1);
  });

  it('are at most as many as asked for, and none for a card without words', () => {
    expect(proposeTopics(MIRAGE, OTHERS, 1)).toHaveLength(1);
    expect(topicsOf('… $ 12 the of')).toEqual([]);
  });

  it('go by their name in a sentence', () => {
    expect(topicName('"video diffusion"')).toBe('video diffusion');
    expect(topicName('"a" "b"')).toBe('"a" "b"');
    expect(topicName('sheep')).toBe('sheep');
  });

  const words = fc.constantFrom(
    ...'Graph LoRA GPT-4 of the état models: $\\pi$ x-ray 3D 扩散 Scaling “quoted” - fine-tuning'.split(
      ' ',
    ),
  );
  const sentence = fc.array(words, { minLength: 1, maxLength: 14 }).map((list) => list.join(' '));

  it('always match the card they come from, and come out the same again', () => {
    fc.assert(
      fc.property(sentence, sentence, fc.array(sentence), (title, abstract, keywords) => {
        const subject: TopicSource = { ...card(title, abstract), keywords };
        const topics = proposeTopics(subject, PAGE);
        expect(proposeTopics(subject, PAGE)).toEqual(topics);
        for (const topic of topics) expect(hides(topic, subject), topic).toBe(true);
      }),
    );
  });
});

// Real listings, beside the project on machines that have them; read and never copied.
const LISTINGS = new URL('../../../shared/pages/hf-api/', import.meta.url);

describe.skipIf(!existsSync(LISTINGS))('topics proposed on real listings', () => {
  it('are for nearly every paper three to five rules that match it and spare most others', () => {
    let papers = 0;
    let short = 0;
    for (const file of readdirSync(LISTINGS)) {
      const cards = readListing(new URL(file, LISTINGS));
      for (const subject of cards) {
        const others = cards.filter((other) => other !== subject);
        const topics = proposeTopics(subject, others);
        papers += 1;
        if (topics.length < 3) short += 1;
        for (const topic of topics) {
          expect(ruleProblem(topic) === undefined && hides(topic, subject), topic).toBe(true);
        }
      }
    }
    expect(papers).toBeGreaterThan(0);
    expect(short / papers).toBeLessThan(0.1);
  });
});

function readListing(file: URL): TopicSource[] {
  const rows = JSON.parse(readFileSync(file, 'utf8')) as {
    paper: { title: string; summary?: string; ai_keywords?: string[] };
  }[];
  return rows.map(({ paper }) => ({
    title: foldText(paper.title),
    abstract: foldText(paper.summary ?? ''),
    keywords: paper.ai_keywords ?? [],
  }));
}
