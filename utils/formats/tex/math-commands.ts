import { MATH_SYMBOLS } from './symbols';

function names(source: string): string[] {
  return source.trim().split(/\s+/);
}

const SYMBOL_COMMANDS = [...MATH_SYMBOLS.values()].filter((name) => /^[a-z]+$/i.test(name));

/** Commands that stand for themselves; all are in LaTeX, amsmath or amssymb. */
export const SYMBOLS: ReadonlySet<string> = new Set([
  ...SYMBOL_COMMANDS,
  ...names(`
    Bbbk Box Cap Cup Diamond Join Pr Re Subset Vdash Vert amalg approxeq arccos arccot arcsin arctan arg
    asymp backslash barwedge bigcap bigcup bigodot bigoplus bigotimes bigsqcup bigstar bigtriangleup
    bigtriangledown biguplus bigvee bigwedge blacktriangle boxdot bullet cdots circlearrowleft
    circlearrowright colon complement coprod cos cosh cot coth csc dagger daleth ddagger ddots deg det diamond
    dim dotsc epsilon eth exp gcd ge geqq gets gimel gneq hbar hom hookleftarrow hslash iff iiint imath
    impliedby implies inf injlim intercal jmath ker land lbrace lbrack le leftharpoonup leqq lessgtr leadsto
    lg lim liminf limsup ln lneq lnot log longleftrightarrow longmapsto lor lozenge ltimes lvert max
    measuredangle min multimap nabla ne neg nleq ngeq nRightarrow nrightarrow nsubseteq nvdash owns
    prec preceq projlim qquad quad rbrace rbrack restriction rightharpoondown risingdotseq rtimes
    rvert sec sin sinh smallsetminus sqsubset sqsupset star subsetneqq succeq succcurlyeq preccurlyeq sup
    supsetneq tan tanh thickapprox to triangledown triangleleft triangleright twoheadrightarrow
    unlhd unrhd upharpoonright vDash varDelta varGamma varLambda varOmega varPhi varPi varPsi
    varSigma varTheta varXi varliminf varlimsup varnothing varpropto vartriangle vee veebar vert wedge
    beth prime subsetneq supsetneq oslash vdots rightleftharpoons coprod frown smile wr boxtimes boxplus nmid
    lVert rVert dots ldots Longleftarrow lll ggg circeq eqsim backsim bumpeq nexists mho
    `),
]);

/** Commands with one argument. */
export const ONE_ARGUMENT: ReadonlySet<string> = new Set(
  names(`
    mathrm mathbf mathit mathsf mathtt mathfrak boldsymbol hat widehat tilde widetilde bar overline
    underline vec dot ddot dddot acute grave check breve mathring sqrt overrightarrow overleftarrow
    overleftrightarrow underrightarrow overbrace underbrace pmod mathbb mathcal boxed
    xrightarrow xleftarrow
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
    textsuperscript:^ textsubscript:_
    over:/ bmod:mathbin{mod} R:mathbb{R} C:mathbb{C} N:mathbb{N} Z:mathbb{Z} Q:mathbb{Q}
    rlap:mathrm llap:mathrm slashed:not cancel:not degree:circ textdegree:circ lt:< gt:> thinspace:, space:; textless:< textgreater:> textmu:mu
    AA:mathring{A} i:imath j:jmath l:ell dotso:ldots dotsb:cdots dotsm:cdots Im:Im
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

/** Commands that only lay out or group what comes after them; they go. */
export const LAYOUT =
  /^(?:left|right|middle|[bB]igg?[lrm]?|(?:no|display)?limits|(?:display|text|script){1,2}style|math(?:op|rel|bin|ord|open|close|inner|strut)|ensuremath|(?:un)?boldmath|nonumber|notag|protect|relax|xspace)$/;

/** Commands that go, and their argument with them. */
export const WITHOUT_PRINT: ReadonlySet<string> = new Set(
  names('hspace vspace label phantom vphantom hphantom tag color'),
);

/** Whether the command belongs to math and says nothing in text. */
export function isMathCommand(name: string): boolean {
  return SYMBOLS.has(name) || ONE_ARGUMENT.has(name) || TWO_ARGUMENTS.has(name);
}
