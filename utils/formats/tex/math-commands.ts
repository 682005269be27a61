import { MATH_SYMBOLS } from './symbols';

function names(source: string): string[] {
  return source.trim().split(/\s+/);
}

const SYMBOL_COMMANDS = [...MATH_SYMBOLS.values()].filter((name) => /^[a-z]+$/i.test(name));

/** Commands that stand for themselves; all are in LaTeX, amsmath or amssymb. */
export const SYMBOLS: ReadonlySet<string> = new Set([
  ...SYMBOL_COMMANDS,
  ...names(`
    le ge ne to gets land lor neg lnot owns iff implies impliedby epsilon phi varnothing Re Im
    arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf
    limsup ln log max min Pr sec sin sinh sup tan tanh injlim projlim varlimsup varliminf
    dots ldots cdots vdots ddots dotsc dotsb dotsm colon quad qquad not imath jmath Bbbk eth hslash
    bigcap bigcup bigvee bigwedge bigoplus bigotimes bigodot biguplus bigsqcup coprod iiint
    dagger ddagger amalg bigcirc diamond Box Diamond lozenge nexists Finn Game gimel daleth
    lbrace rbrace lbrack rbrack lvert rvert lVert rVert vert Vert langle rangle backslash
    sqsubset sqsupset subsetneqq supsetneq supsetneqq nsubseteq nsupseteq varsubsetneq Subset Supset
    preceq succeq precsim succsim preccurlyeq succcurlyeq nprec nsucc nless ngtr nleq ngeq lneq gneq
    lessgtr gtrless lll ggg eqsim thicksim thickapprox approxeq backsim bumpeq risingdotseq
    asymp circeq varpropto Vdash Vvdash vDash nvdash nvDash trianglelefteq trianglerighteq
    vartriangleleft vartriangleright vartriangle triangleleft triangleright blacktriangle
    leftarrow rightarrow Longleftarrow longmapsto leftharpoonup rightharpoondown leftharpoondown
    twoheadrightarrow rightarrowtail leadsto nrightarrow nleftarrow nRightarrow upharpoonright
    restriction circlearrowleft circlearrowright curvearrowleft curvearrowright multimap
    circledast circledcirc circleddash circledR circledS maltese boxminus boxdot rtimes ltimes
    divideontimes intercal barwedge veebar Cap Cup sphericalangle measuredangle bigtriangleup
    lhd rhd unlhd unrhd varDelta varGamma varLambda varOmega varPhi varPi varPsi varSigma varTheta
    varXi sharp flat natural mho smallsetminus checkmark yen
  `),
]);

/** Commands with one argument. */
export const ONE_ARGUMENT: ReadonlySet<string> = new Set(
  names(`
    mathrm mathbf mathit mathsf mathtt mathfrak boldsymbol hat widehat tilde widetilde bar overline
    underline vec dot ddot dddot acute grave check breve mathring sqrt overrightarrow overleftarrow
    overleftrightarrow underrightarrow overbrace underbrace pmod mathbb mathcal boxed
  `),
);

/** Commands with two arguments. */
export const TWO_ARGUMENTS: ReadonlySet<string> = new Set(
  names('frac dfrac tfrac cfrac binom dbinom tbinom overset underset stackrel'),
);

/** Other spellings, and commands of other packages, as one of the above. */
export const RENAMED: ReadonlyMap<string, string> = new Map(
  names(`
    bm:boldsymbol pmb:boldsymbol bold:mathbf mathscr:mathcal EuScript:mathcal mathds:mathbb
    mathbbm:mathbb Bbb:mathbb frak:mathfrak mathbold:boldsymbol text:mathrm textrm:mathrm
    textnormal:mathrm mbox:mathrm hbox:mathrm fbox:mathrm textup:mathrm textit:mathit emph:mathit
    textbf:mathbf textsf:mathsf texttt:mathtt textsc:mathrm operatorname:mathrm mathnormal:mathit
    textsuperscript:^ textsubscript:_ ensuremath: mathop: mathrel: mathbin: mathord: mathopen:
    mathclose: mathinner: mathstrut: displaylimits: limits: nolimits: displaystyle: textstyle:
    scriptstyle: scriptscriptstyle: left: right: middle: big: Big: bigg: Bigg: bigl: bigr: Bigl: Bigr: biggl:
    biggr: Biggl: Biggr: bigm: Bigm: nonumber: notag: boldmath: unboldmath: protect: relax: xspace:
    over:/ bmod:mathbin{mod} R:mathbb{R} C:mathbb{C} N:mathbb{N} Z:mathbb{Z} Q:mathbb{Q}
    degree:circ textdegree:circ lt:< gt:> hdots:ldots dotso:ldots dotsi:cdots
    thickspace:; medspace:: thinspace:, negthinspace:! enspace:; enskip:; space:; textless:< textgreater:>
    textbackslash:backslash lessapprox:lesssim gtrapprox:gtrsim textmu:mu textquotesingle:prime
    aa:mathring{a} AA:mathring{A} i:imath j:jmath l:ell
  `).map((pair) => {
    const colon = pair.indexOf(':');
    return [pair.slice(0, colon), pair.slice(colon + 1)];
  }),
);

/** Old commands that change the font up to the end of their group. */
export const SWITCHES: ReadonlyMap<string, string> = new Map([
  ['rm', 'mathrm'],
  ['bf', 'mathbf'],
  ['it', 'mathit'],
  ['sf', 'mathsf'],
  ['tt', 'mathtt'],
  ['cal', 'mathcal'],
  ['mit', 'mathit'],
]);

/** Commands that go, and their argument with them. */
export const WITHOUT_PRINT: ReadonlySet<string> = new Set(
  names('hspace vspace label phantom vphantom hphantom tag color'),
);

/** Whether the command belongs to math and says nothing in text. */
export function isMathCommand(name: string): boolean {
  return SYMBOLS.has(name) || ONE_ARGUMENT.has(name) || TWO_ARGUMENTS.has(name);
}
