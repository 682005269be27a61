import type { DemoPaper } from './demo-paper';

/** Invented papers about language models and the agents made of them. */
export const languagePapers: readonly DemoPaper[] = [
  {
    title: 'Errand: A Benchmark of Web Agents on Chores That Take All Day',
    authors: ['Adaeze Nwosu-Klein', 'Gabriel Stellwagen', 'Hyun-woo Ban', 'Mirela Costache'],
    abstract:
      'Web agents are tested on tasks of a few minutes, though the chores people would like to hand over take hours and involve waiting. Errand contains 210 tasks such as moving a subscription to a new address, each with simulated shops and offices that answer late, ask back, or make mistakes. An agent must keep its own notes, come back at the right time and know when it is done. The best of eleven agents finishes 29 percent of the tasks; most failures are not wrong clicks but forgotten promises. We release the simulator, all transcripts and a cheap subset of thirty tasks.',
    upvotes: 143,
    comments: 15,
    submitter: 'nwosuklein',
    keywords: ['web agents', 'LLM agents', 'benchmark', 'long-horizon tasks'],
    summary:
      'A benchmark of day-long web chores on which agents fail mostly by forgetting what they promised.',
    code: { address: 'https://github.com/offprint-sandbox/errand', stars: 530 },
    picture: 'bars',
    hue: 214,
  },
  {
    title: 'What Should an Agent Forget? Memory Pruning by Regret',
    authors: ['Sunniva Brandal', 'Ikaika Kealoha', 'Deniz Aydıntaş'],
    abstract:
      'LLM agents that keep everything in memory become slow and confused; agents that summarise lose the one detail that matters. We ask which memories an agent would regret to have lost. During training, episodes are replayed with single memories removed, and the loss in reward labels each of them. A small scorer learns to predict this regret from the memory alone and prunes the store every night. With a tenth of the memory, agents on three simulated jobs keep 97 percent of their success, and answer questions about their past more precisely than agents with unlimited storage.',
    upvotes: 109,
    comments: 7,
    submitter: 'sbrandal',
    keywords: ['LLM agents', 'memory', 'pruning', 'reinforcement learning'],
    summary:
      'Agents that drop the memories they would regret least keep nearly all their success with a tenth of the storage.',
    organization: { name: 'northbank', fullname: 'Northbank Research' },
    picture: 'graph',
    hue: 178,
  },
  {
    title: 'Polite Strangers: Prompt Injection Against Agents That Read Their Mail',
    authors: ['Casimir Wolańska', 'Tandeka Mabuza', 'Elio Brambilla'],
    abstract:
      'An agent that sorts mail reads text written by strangers, and some strangers give orders. We study prompt injection that does not look like an attack: polite requests, small favours, and deadlines. Across six commercial agents, friendly wording succeeds three times as often as the usual commands to ignore all instructions, and filters trained on the latter miss 88 percent of it. A defence that separates what is read from what may be acted upon, by giving the agent a short list of permitted effects before it opens any message, stops all but two percent of our attacks at little cost.',
    upvotes: 97,
    comments: 11,
    submitter: 'wolanska',
    keywords: ['prompt injection', 'LLM agents', 'security', 'capabilities'],
    summary:
      'Politely worded injections pass the filters of mail agents; fixing permitted effects beforehand stops them.',
    picture: 'grid',
    hue: 4,
  },
  {
    title: 'Five Agents Walk into a Repo: Division of Labour in Automated Software Repair',
    authors: [
      'Oksana Vdovychenko',
      'Liam Featherstone',
      'Zanele Dube',
      'Kenji Morioka',
      'Pilar Otxoa',
    ],
    abstract:
      'Teams of LLM agents repair software by playing roles that were copied from human teams: planner, coder, tester, reviewer. We let the division of labour emerge instead. Five identical agents share a board on which they may claim, split and return pieces of work, and are rewarded as a team. After training, two agents only read code, one writes nearly all patches, and two spend their time trying to break it. This arrangement solves 8 points more issues than hand-made roles at the same budget, and the specialisation carries over to languages that were not seen in training.',
    upvotes: 82,
    comments: 5,
    submitter: 'vdovychenko',
    keywords: ['multi-agent systems', 'software engineering', 'LLM agents', 'program repair'],
    summary:
      'Agents that divide repair work among themselves find a better arrangement than roles copied from people.',
    code: { address: 'https://github.com/offprint-sandbox/five-agents', stars: 1208 },
    picture: 'graph',
    hue: 292,
  },
  {
    title: 'KV-Sieve: Constant-Memory Attention with an $\\mathcal{O}(\\log n)$ Cache',
    authors: ['Ravindra Iyengar-Holt', 'Anouk Delacroix-Petit', 'Chidi Amaechi'],
    abstract:
      'The key-value cache is what makes long contexts expensive. KV-Sieve keeps recent tokens exactly and older ones in groups whose size doubles with age, so that the cache grows with $\\log n$ in the length of the text. Inside each group a learned sieve keeps the tokens that later queries are likely to ask for. Because groups are merged on a fixed schedule, the method fits the usual attention kernels and needs no sorting. On contexts of 512 thousand tokens we keep 96 percent of the retrieval accuracy of full attention with a cache of 40 megabytes, and decode nine times as fast.',
    upvotes: 132,
    comments: 8,
    submitter: 'iyengarholt',
    keywords: ['KV cache', 'long context', 'efficient attention', 'language models'],
    summary:
      'Grouping old tokens by age gives attention a cache that grows only logarithmically with the context.',
    organization: { name: 'sieve-systems', fullname: 'Sieve Systems' },
    code: { address: 'https://github.com/offprint-sandbox/kv-sieve', stars: 877 },
    picture: 'bars',
    hue: 238,
  },
  {
    title: 'Rounding Honestly: 3-bit Quantization Without Calibration Data',
    authors: ['Birgitta Øverland', 'Samir Chaudhuri-Bose', 'Teuila Faleolo'],
    abstract:
      'Quantizing a language model below four bits normally needs calibration text, and the text leaves its mark: a model calibrated on English loses more in Swahili. We show that most of the benefit of calibration can be had from the weights alone. Each layer is rounded so that the error lies in directions that the following layer suppresses, which the weights already tell. The procedure is deterministic, takes eleven minutes for seven billion parameters on one card, and treats all of the 23 languages we test alike. At three bits the average loss against the full model is 1.1 points.',
    upvotes: 58,
    comments: 3,
    submitter: 'overland-b',
    keywords: ['quantization', 'model compression', 'multilingual', 'language models'],
    picture: 'grid',
    hue: 48,
  },
  {
    title: 'Router, Interrupted: Mixture-of-Experts Models Decide Too Early',
    authors: ['Fionnuala Breathnach', 'Arjun Sethuraman', 'Matthias Gruber-Lang'],
    abstract:
      'In a mixture-of-experts language model the router chooses experts from the state of a token before attention has told it what the token means here. We delay the choice by half a layer. The change is one line of code, but it breaks the overlap of communication and computation on which fast training relies, so we also give a schedule that restores it. At equal cost, perplexity falls as much as by adding a fifth more parameters, and experts become readable: one of them handles units of measure, another one handles the ends of quotations. We discuss when late routing does not help.',
    upvotes: 49,
    comments: 1,
    submitter: 'breathnach',
    keywords: ['mixture of experts', 'routing', 'language models', 'interpretability'],
    picture: 'rings',
    hue: 160,
  },
  {
    title: 'Ñawi: Teaching Vision-Language Models to Read Quechua Street Signs',
    authors: ['Killari Quispe Mamani', 'Benoît Lefèvre-Auger', 'Sisa Huamán', 'Étienne Bélanger'],
    abstract:
      'Vision-language models read street signs in large languages and guess in small ones. Ñawi is a collection of 14,000 photographs of signs, menus and murals in Southern Quechua, with transcriptions by native speakers who were paid as authors. We find that the models fail less at seeing letters than at believing them: shown “wasi”, they answer with the nearest Spanish word. A short round of training on synthetic signs, in which the letters contradict any familiar word, cures most of this. Error rates fall from 61 to 17 percent, and improve for Aymara as well, of which no example was shown.',
    upvotes: 67,
    comments: 4,
    submitter: 'killariq',
    keywords: ['low-resource languages', 'vision-language models', 'OCR', 'Quechua'],
    summary:
      'A corpus of Quechua signs shows that models misread small languages by preferring familiar words.',
    picture: 'waves',
    hue: 12,
  },
  {
    title: 'One Token Too Many: How Vocabulary Size Shapes Arithmetic',
    authors: ['Jelena Stojković-Hale'],
    abstract:
      'Why do some language models add well and others do not? I train 64 small models that differ only in their vocabulary and find that the number of tokens spent on digits explains most of the difference. Vocabularies that contain many three-digit tokens learn sums by heart and fail beyond them; vocabularies of single digits learn the carry but run out of context. A vocabulary with all two-digit tokens and no others does best at every size. The effect appears within the first five percent of training and can be forecast from the tokenizer alone, before any training is paid for.',
    upvotes: 41,
    comments: 6,
    submitter: 'jstojkovic',
    keywords: ['tokenization', 'arithmetic', 'language models'],
    summary: 'The digits in a tokenizer decide early how well a language model will add.',
    picture: 'bars',
    hue: 84,
  },
];
