// Words that end in a full stop in the middle of a sentence: `Phys. Rev. Lett.`, `ed. by`, `no. 3`.
const SHORTENED = new Set(
  (
    'acta adv alg algebr am amer anal ann appl assoc astr astron astrophys biol bull can cent chem ' +
    'chin class combin comm commun comp comput condens conf contemp cosmol crit cryst diff discrete ' +
    'dyn dynam electron endow eng ergodic eur exp found func funct gen geom grav hist ital inf instrum int inst ' +
    'internat jan feb jpn lett lin lond mar mat math meas mech med mem meth mod mol mon nat nonlin not notr nucl ' +
    'num numer opt optim part philos phil phys pol proc prob probab prog publ pure quant quart rel ' +
    'rend rep res rev roy russ sci sect ser soc sov spec st stat stoch stud supercond suppl symp syst ' +
    'tech techn technol theo theor topol trans univ vol no nos oct sept nov dec aug pp ed eds al vs cf fig figs sec eq ref ' +
    'dr prof elec ie eg incl resp approx'
  ).split(' '),
);

/** The clauses of a short remark: parted at semicolons, line ends, and full stops that shorten no word. */
export function clausesOf(text: string): string[] {
  const clauses: string[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(/[;\n]|[.!?]\)?(?=\s|$)/g)) {
    if (mark.startsWith('.') && !endsSentence(text, index)) continue;
    clauses.push(text.slice(start, index + (mark.endsWith(')') ? mark.length : 0)));
    start = index + mark.length;
  }
  clauses.push(text.slice(start));
  return clauses.map((clause) => clause.trim()).filter((clause) => clause !== '');
}

function endsSentence(text: string, at: number): boolean {
  const [word = ''] = /[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, at - 20), at)) ?? [];
  return !/^\p{L}$/u.test(word) && !SHORTENED.has(word.toLowerCase());
}
