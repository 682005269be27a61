import { foldText } from './fold';

/** Words that name no topic and end a phrase, as they stand (not folded). */
const EMPTY: ReadonlySet<string> = new Set(
  (
    'a an the and or but nor of in on at to for from by with without via per as into onto over under ' +
    'between among across through within beyond towards toward against about around than then so such ' +
    'is are be been being was were am do does did can could may might must shall should will would no ' +
    'it its they their them we our us you your i he she his her this that these those there here which ' +
    'who whom whose what when where why how all any both each every few more most much many other some ' +
    'only own same too very just also yet still even if while because since until although though not ' +
    'whether either neither however thus hence therefore moreover furthermore eg ie etc vs versus et ' +
    'al first second two three four one ones several various different another further once never ' +
    'have has had having let lets get gets like up out off down all again toward meets meet ' +
    'paper papers work works study studies propose proposed proposes present presents presented introduce ' +
    'introduces introduced introducing show shows shown demonstrate demonstrates demonstrated using use used ' +
    'uses based new novel recent recently existing results result remains remain makes make made need ' +
    'needs enable enables enabling enabled achieve achieves achieved achieving improve improves improved ' +
    'improving outperforms outperform provide provides given find finds discover discovers exhibit exhibits ' +
    'scales reveal reveals become becomes require requires help helps lead leads allow allows ' +
    'better best good well effective efficient simple significant important key main available high low ' +
    'including respectively really rethinking revisiting exploring understanding unlocking unleashing ' +
    'effectiveness route ability abilities capability capabilities performance perspective progress ' +
    'journey characteristics impact edge insights path way gap whole less done anyone anything ' +
    'everything million billion billions sota create learn case additional extensive comprehensive several current previous prior ' +
    'add adds added keep keeps write writes take takes tell tells go goes come comes see sees want wants ' +
    'know knows say says give gives put puts ask asks try tries beat beats fail fails ' +
    'experiments experiment technical github https http com www io'
  ).split(' '),
);

/** Words in -ing that are a thing before another noun (`training data`), and not the verb of it. */
export const NOMINAL_ING: ReadonlySet<string> = new Set(
  (
    'training learning reasoning embedding rendering tuning planning imaging coding editing processing ' +
    'sampling streaming spiking pricing scaling computing modeling modelling gaming trading driving ' +
    'hearing engineering manufacturing recording building programming mining'
  ).split(' '),
);

/** What describes a topic or any paper at all, and is none, folded. */
export const NO_TOPICS: ReadonlySet<string> = folded(
  'real-world, fine-grained, high-quality, long-term, multi-stage, multi-turn, end-to-end, large-scale',
  'open-source, state-of-the-art, real-time, high-resolution, multi-step, long-horizon, high-level',
  'low-level, step-by-step, cross-domain, well-known, low-rank, multi-level, large language, robust',
  'large model, closer look, open problem, wide range, project page, zero shot, training data',
  'training pipeline, base model, model size, model family, open-source data, percentage point',
  'pass rate, evaluation protocol, computational overhead, ablation study, question',
  'focus, ambiguity, robustness, exploration, experience, knowledge, information, context, world',
  'human, time, language, vision, network, environment, user, foundation, state, art, answer, report',
  'generation, learning, training, understanding, optimization, generalization, evaluation, inference',
  'limit, fundamental, validation, objective, quality, accuracy, efficiency, scale, scaling, review',
  'feature, representation, function, structure, research, improvement, overview, input, output, level',
  'step, stage, sample, example, property, parameter, theory, growth, role, effect, use, integration',
  'family, align, action, improvement, release, market, integration, thing, number, set',
);

/** Nouns that say of a topic only what is made of it (`time series analysis`), folded. */
export const LIGHT_NOUNS: ReadonlySet<string> = folded(
  'model, method, approach, framework, system, task, problem, data, dataset, benchmark, analysis',
  'application, challenge, technique, strategy, algorithm, architecture, design, process, survey',
);

function folded(...lines: readonly string[]): Set<string> {
  return new Set(
    lines.flatMap((line) => line.split(', ').map((topic) => foldText(topic).stems.join(' '))),
  );
}

/** Whether a word, plain but not folded, ends a phrase. */
export function isEmptyWord(plain: string): boolean {
  return EMPTY.has(plain) || plain.length < 2 || /^\p{N}+$/u.test(plain);
}
