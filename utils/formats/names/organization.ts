const KNOWN = new Set(
  `openai deepmind google nvidia meta microsoft anthropic mistral bytedance alibaba tencent baidu apple
  amazon huawei qwen deepseek kimi moonshot stepfun minimax xiaomi bigscience eleutherai cohere allenai
  salesforce samsung adobe ibm intel baichuan zhipu internlm nous huggingface`.split(/\s+/),
);

const KINDS = new Set(
  `team teams collaboration collaborations consortium group groups lab labs laboratory laboratories inc inc. ltd
  ltd. gmbh corp corp. corporation company institute university department foundation project initiative research
  community network committee society association alliance organisation organization observatory center centre
  authors contributors developers participants`.split(/\s+/),
);

const CAPITALISED = new Set(
  [...KINDS].map((kind) => kind.slice(0, 1).toUpperCase() + kind.slice(1)),
);

/** `isOrganization` of two words or more with a capital each: most names are, and it is asked of all. */
export function isPlainOrganization(words: readonly string[]): boolean {
  if (words[0] === 'The') return true;
  return words.some(
    (word) =>
      CAPITALISED.has(word) ||
      (word.includes('-') && word.split('-').some((part, at) => isKind(part, word, at))),
  );
}

/** Whether a name is that of a group of people: it says so, is a known one, or is spelt like no person's. */
export function isOrganization(name: string): boolean {
  const words = name.split(/[\s,/]+/).filter(Boolean);
  const [first = ''] = words;
  if (words.length === 1) return KNOWN.has(first.toLowerCase()) || isCoined(first);
  if (first.toLowerCase() === 'the') return true;
  return words.some((word) =>
    word.includes('-')
      ? word.split('-').some((part, at) => isKind(part, word, at))
      : isKind(word, word, 0),
  );
}

/** `AI` and `LLM` only in capitals: Ai is a family name. */
function isKind(part: string, word: string, at: number): boolean {
  const kind = part.toLowerCase();
  if (kind === 'ai' || kind === 'llm')
    return part === part.toUpperCase() && (at > 0 || part === 'LLM' || word === part);
  return KINDS.has(kind);
}

/** `OpenAI`, `NVIDIA`, `H2O`: one word with capitals or digits inside. */
function isCoined(word: string): boolean {
  return (
    /^[\p{L}\p{N}][\p{L}\p{N}&.-]*$/u.test(word) &&
    /\p{L}[\p{L}-]*(?:\p{Lu}|\d)/u.test(word) &&
    !/^Mc|^Mac|^O['’]/.test(word)
  );
}
