/**
 * Folds English plurals, -ing and -ed, and nothing that changes the kind of word: `models` and
 * `modelling` are `model`, `distillation` stays itself. When unsure a word is left as it is, since
 * two words taken for one would hide papers nobody meant.
 */

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  [
    'analyses analysis, hypotheses hypothesis, theses thesis, syntheses synthesis, crises crisis',
    'diagnoses diagnosis, parentheses parenthesis, appendices appendix, quizzes quiz, menus menu',
    'axes axis, indices index, matrices matrix, vertices vertex, vortices vortex',
    'criteria criterion, phenomena phenomenon, corpora corpus, children child, women woman, men man',
    'used use, using use, uses use, biases bias, caches cache, niches niche, lenses lens, gases gas',
    'leaves leaf, lives life, halves half, mice mouse, feet foot, geese goose, teeth tooth',
    'gpus gpu, cpus cpu, tpus tpu, npus npu, imus imu, apis api, guis gui, aliases alias, buses bus',
  ].flatMap((line) => line.split(', ').map((pair) => pair.split(' ') as [string, string])),
);

/** Words that end like an inflection and are none. */
const WHOLE = new Set(
  (
    'bias gas atlas canvas alias lens news series species physics dynamics mathematics economics ' +
    'politics ethics kinetics genetics genomics graphics optics mechanics acoustics always perhaps ' +
    'whereas across this his has was does less chaos cosmos pancreas texas kansas christmas ' +
    'during nothing something anything everything morning evening ceiling sibling building setting ' +
    'meaning bearing wedding pudding beijing sterling herring offspring viking earring clothing ' +
    'incoming outgoing upcoming ongoing forthcoming shortcoming hamming turing matting ' +
    'embed hundred naked sacred kindred biped infrared testbed pubmed'
  ).split(' '),
);

const LATIN_US = /^(vir|stat|foc|bon|camp|corp|cens|consens|apparat|nex|gen|stimul|radi)uses$/;
const PLURAL_IE = /^(mov|cook|calor|zomb|self|rook|pix)ies$/;

// One syllable, consonant–vowel–consonant, not doubled before the ending: `tuning` is of `tune`.
const SILENT_E = /^[^aeiou]+[aeiouy][^aeiouwxy]$/;

const ENDS_WITH_E =
  /(?:[vzcu]|[^aeiourwl]l|[^ls]s|[^aeioung]g|ag|dg|[^aeo]at|iat|uat|[^aeo]ir|[^aeo]ur|[^eio]ar|[^aeo]in|[^o]tun|[^aeio]ut|[^aio]ot|[^ao]id|[^o]od|[^aeo]ad|[^o]ud|[^aio]il|[^ao]ul|[^o]um|[^o]ok|[^aeo]ak|yp|[^aeo]ib)$/;

/** Bases the pattern gets wrong, with and without their e. */
const TAKES_E = new Set(
  (
    'explor ignor restor creat rout invit excit rewrit overwrit unit complet delet compet deplet ' +
    'chang rang arrang exchang challeng becom overcom preced conced reced imped interfer adher ' +
    'cach escap reshap rescor upscal downscal underscor refram renam centr past tast wast ' +
    'prescrib revis describ'
  ).split(' '),
);
const TAKES_NONE = new Set(
  (
    'bias focus process pilot consul model label level cancel channel parallel signal equal reveal ' +
    'format input output robot margin origin plugin canvas pivot detail fail appeal deal heal seal ' +
    'deep speed cloud crowd avoid valid solid grid method period instal distil enrol fulfil ' +
    'control excel compel recal music topic critic logic mimic panic traffic basic ' +
    'quiz waltz blitz buzz fuzz topaz debut debias unbias sync async unveil'
  ).split(' '),
);

const IRREGULAR_STEMS: ReadonlySet<string> = new Set(IRREGULAR.values());

/** Whether some inflection of this word begins otherwise than the word: `mice` of `mouse`. */
export function isIrregular(word: string): boolean {
  return IRREGULAR_STEMS.has(word);
}

/** The word all its inflections share; `word` is in lower case without accents. */
export function stem(word: string): string {
  if (word.length <= 3 || !/^[a-z]+$/.test(word)) return IRREGULAR.get(word) ?? word;
  return withoutDoubleL(withoutEnding(singular(word)));
}

function singular(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (!word.endsWith('s') || WHOLE.has(word) || /(?:ss|us|is|bias)$/.test(word)) return word;
  if (PLURAL_IE.test(word)) return word.slice(0, -1);
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:ss|x|ch|sh|zz)es$/.test(word) || LATIN_US.test(word)) return word.slice(0, -2);
  if (/(?:hero|echo|veto|potato|tomato|torpedo)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function withoutEnding(word: string): string {
  if (WHOLE.has(word) || /(?:string|eed)$/.test(word)) return word;
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ing') && word.length >= 6) return restored(word, word.slice(0, -3));
  if (word.endsWith('ed') && word.length >= 5) return restored(word, word.slice(0, -2));
  return word;
}

/** The base as it stands alone: the doubled letter single again, the dropped e back. */
function restored(word: string, base: string): string {
  if (base.length < 3 || !/[aeiouy]/.test(base)) return word;
  if (/([bdgkmnprt])\1$/.test(base)) return base.length > 3 ? base.slice(0, -1) : base;
  if (TAKES_NONE.has(base)) return base;
  return TAKES_E.has(base) || SILENT_E.test(base) || ENDS_WITH_E.test(base) ? `${base}e` : base;
}

// British `modelling` and American `modeling`; short words (`call`, `skill`) need both letters.
function withoutDoubleL(word: string): string {
  return word.length >= 6 && word.endsWith('ll') ? word.slice(0, -1) : word;
}
