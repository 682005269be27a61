/** Reads a table written `<char><name> <char><name> …`. */
function table(source: string): ReadonlyMap<string, string> {
  return new Map(
    source
      .trim()
      .split(/\s+/u)
      .map((pair) => {
        const [char = ''] = pair;
        return [char, pair.slice(char.length)];
      }),
  );
}

/** Characters that LaTeX names in text; the names work with T1 fonts and without further packages. */
export const TEXT_SYMBOLS = table(`
  ßss øo ØO łl ŁL æae ÆAE œoe ŒOE ıi ȷj ðdh ÐDH đdj ĐDJ þth ÞTH ŋng ŊNG ẞSS ĳij ĲIJ
  \\textbackslash ^textasciicircum ~textasciitilde {textbraceleft }textbraceright |textbar
  §S ¶P ©textcopyright ®textregistered ™texttrademark °textdegree €texteuro £pounds ¥textyen
  ¢textcent ¡textexclamdown ¿textquestiondown •textbullet ·textperiodcentered
  †textdagger ‡textdaggerdbl ‰textperthousand ªtextordfeminine ºtextordmasculine
  «guillemotleft »guillemotright ‹guilsinglleft ›guilsinglright ‚quotesinglbase „quotedblbase
  ½textonehalf ¼textonequarter ¾textthreequarters ¬textlnot
  №textnumero ℃textcelsius ℠textservicemark
`);

/** Characters that LaTeX with amsmath and amssymb names in math. */
export const MATH_SYMBOLS = table(`
  αalpha βbeta γgamma δdelta εvarepsilon ϵepsilon ζzeta ηeta θtheta ϑvartheta ιiota κkappa
  ϰvarkappa λlambda μmu µmu νnu ξxi πpi ϖvarpi ρrho ϱvarrho σsigma ςvarsigma τtau υupsilon
  φvarphi ϕphi χchi ψpsi ωomega ΓGamma ΔDelta ∆Delta ΘTheta ΛLambda ΞXi ΠPi ΣSigma ΥUpsilon
  ΦPhi ΨPsi ΩOmega ℓell ℏhbar ħhbar ℜRe ℑIm ℘wp ℵaleph ∂partial ∇nabla ∞infty ∅emptyset
  ∀forall ∃exists ∄nexists ∈in ∉notin ∋ni ⊂subset ⊃supset ⊆subseteq ⊇supseteq
  ∪cup ∩cap ∖setminus ∧wedge ∨vee ∑sum ∏prod ∫int ∬iint ∮oint √surd ∝propto
  ±pm ∓mp ×times ÷div ∗ast ⋆star ∘circ ∙bullet ⋅cdot ⊕oplus ⊖ominus ⊗otimes ⊙odot
  ⊥perp ⊤top ⊢vdash ⊨models ∣mid ∥parallel ∠angle △triangle
  ≤leq ≥geq ⩽leqslant ⩾geqslant ≪ll ≫gg ≠neq ≡equiv ≢not\\equiv ≈approx ≃simeq ≅cong ∼sim
  ≺prec ≻succ ≲lesssim ≳gtrsim ≜triangleq ≐doteq ⊑sqsubseteq ⊒sqsupseteq ⊔sqcup ⊓sqcap
  →rightarrow ←leftarrow ↔leftrightarrow ↑uparrow ↓downarrow ↕updownarrow ↗nearrow ↘searrow
  ↙swarrow ↖nwarrow ⇒Rightarrow ⇐Leftarrow ⇔Leftrightarrow ⇑Uparrow ⇓Downarrow ↦mapsto
  ⟶longrightarrow ⟵longleftarrow ⟹Longrightarrow ⟺Longleftrightarrow ↪hookrightarrow
  ↩hookleftarrow ↝rightsquigarrow
  ⟨langle ⟩rangle ⌈lceil ⌉rceil ⌊lfloor ⌋rfloor ‖Vert …ldots ⋯cdots
  ′' ″'' ‴''' −- ∶: ∴therefore ∵because □square ■blacksquare ◇diamond ◆blacklozenge
  ♠spadesuit ♣clubsuit ♥heartsuit ♡heartsuit ♦diamondsuit ♢diamondsuit ♯sharp ♭flat ♮natural
  ★bigstar ☆star ✓checkmark ✔checkmark ✗times ✘times ○bigcirc ▽bigtriangledown ⋈bowtie
  ⊎uplus ⋉ltimes ⋊rtimes
  ℧mho ≦leqq ≧geqq ⊄not\\subset ∌not\\ni
`);

// Greek letters that look like Latin ones have no command.
const LATIN_LOOKS = table('ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΧX οo');

// https://www.unicode.org/charts/PDF/U1D400.pdf: 52 letters a style, in this order.
const ALPHABETS = [
  'mathbf',
  'mathit',
  'boldsymbol',
  'mathcal',
  'mathcal',
  'mathfrak',
  'mathbb',
  'mathfrak',
  'mathsf',
  'mathsf',
  'mathsf',
  'mathsf',
  'mathtt',
];
const DOUBLE_STRUCK = 'ℂℍℕℙℚℝℤ';
const FRAKTUR = 'ℭℌℨ';
const SCRIPT = 'ℬℰℱℋℐℒℳℛ';

/** The math LaTeX for a character, without dollars, or `undefined` when it has none. */
export function mathSymbol(char: string): string | undefined {
  const name = MATH_SYMBOLS.get(char);
  if (name !== undefined) return /^[a-z]/i.test(name) ? `\\${name}` : name;
  const latin = LATIN_LOOKS.get(char);
  return latin === undefined ? mathLetter(char) : `\\mathrm{${latin}}`;
}

function mathLetter(char: string): string | undefined {
  const letter = char.normalize('NFKD');
  if (letter === char) return undefined;
  if (!/^[A-Za-z\d]$/.test(letter)) return isMathBlock(char) ? mathSymbol(letter) : undefined;
  const alphabet = alphabetOf(char);
  if (alphabet === undefined) return undefined;
  if (/[a-z]/.test(letter) && /cal|bb/.test(alphabet)) return `\\mathit{${letter}}`;
  return `\\${alphabet}{${letter}}`;
}

function alphabetOf(char: string): string | undefined {
  if (DOUBLE_STRUCK.includes(char)) return 'mathbb';
  if (FRAKTUR.includes(char)) return 'mathfrak';
  if (SCRIPT.includes(char)) return 'mathcal';
  if (!isMathBlock(char)) return undefined;
  return ALPHABETS[Math.floor(((char.codePointAt(0) ?? 0) - 0x1_d4_00) / 52)] ?? 'mathbf';
}

function isMathBlock(char: string): boolean {
  return char >= '\u{1d400}' && char <= '\u{1d7ff}';
}
