const SPELT: ReadonlyMap<string, string> = new Map(
  `ßss øo łl đd ðd þth æae œoe ıi ŋng ħh ŧt ĸk
  аa бb вv гg дd еe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu
  яya іi їi єe ґg јj љlj њnj ћc џdz ђdj
  αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo`
    .split(/\s+/u)
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** Text in the letters `a-z` and digits alone; marks go, Cyrillic and Greek are spelt, what has no spelling goes. */
export function fold(text: string): string {
  return [...text.toLowerCase().normalize('NFKD').replace(/ου/gu, 'ou')]
    .map((char) => (/[a-z\d]/.test(char) ? char : (SPELT.get(char) ?? '')))
    .join('');
}
