// Names that keep their capital within a title: languages and peoples, places, people after whom
// methods are called, products. Words that are also ordinary ones (Apple, Reading, Polish) are left
// out unless titles nearly always mean the name.
const NAMES = `
  Adam Afghan Africa Afrikaans Airbnb Airy Akan Albania Alexa Algeria Alibaba Alpaca Alzheimer
  Amazigh America Amharic Amsterdam Anderson Android Andromeda Angola Anosov Antarctic Antarctica
  Anthropic April Arab Arabic Aramaic Arctic Argentina Aristotle Armenia Artin Asia Atari Athens
  Atlantic August Australia Austria Aymara Azerbaijan Azerbaijani Azeri Baidu Balkan Baltic Banach
  Bangla Bangladesh Bantu Barcelona Basque Bayes Beijing Belgium Bellman Bengali Berber Berlin
  Bernoulli Bernstein Bessel Betti Bhojpuri Bianchi Bible Biden Birkhoff Bitcoin Bloch Bloomberg
  Bogoliubov Bohm Bohr Bolivia Bollywood Boltzmann Borel Born Bose Bosnia Boston Botswana Bott Bragg
  Braille Brauer Brazil Bregman Breton Brexit Britain British Brussels Buddhist Bulgaria Buryat
  Calabi California Camassa Cambodia Cambridge Cameroon Canada Cantor Carleman Carlo Cartan Casimir
  Catalan Catholic Cauchy Cayley Cebuano Celtic Cepheid Chandrasekhar Chebyshev Chechen Cherenkov
  Chern Chernoff Cherokee Chicago Chichewa Chile China Cholesky Chomsky Chomskyan Christianity
  Christmas Christoffel Claude Clifford Codex Cohen Colombia Compton Condorcet Congo Coptic Coq
  Cornish Coulomb Covid Coxeter Cree Croatia Cuba Cyprus Cyrillic Czech Dalitz Danish Darboux Dari
  Darwin December Dedekind Dehn Delaunay Delhi Denmark Devanagari Dijkstra Dirac Dirichlet Doppler
  Drinfeld Dublin Dutch Dyck Dyson Ecuador Edinburgh Egypt Ehrenfest Einstein Eisenstein Elo England
  English Erdos Esperanto Estonia Ethereum Ethiopia Euclid Euler Europe Ewe Facebook Fano Faraday
  Farsi February Fenchel Fermi Feynman Fibonacci Filipino Finland Finnish Fisher Flemish Floer
  Floquet Fock Fokker Fortran Fourier France Fredholm French Freud Friedmann Frobenius Fula Gabor
  Gaelic Galerkin Galician Galois Gauss Gelfand Gemini Gemma Geneva German Germanic Germany Ghana
  Gibbs Gini Ginzburg Github Goldstone Google Gothic Grassmann Greece Greek Greenlandic Gromov
  Grothendieck Guarani Gujarati Haar Hadamard Hamilton Hamming Hanja Hankel Hardy Hartree Haskell
  Hausa Hausdorff Hawaii Hawkes Hawking Hebrew Hecke Heisenberg Helmholtz Hermite Higgs Hilbert
  Hindi Hindu Hinglish Hirzebruch Hispanic Hittite Hmong Hodge Hofstadter Hokkien Hollywood Holm
  Hopf Hopfield Hubbard Hubble Huffman Hungary Hurwitz Iceland Icelandic Igbo Ilocano India Indic
  Indonesia Instagram Intel Internet Inuit Inuktitut Iran Iraq Ireland Irish Ising Islam Islamic
  Israel Israeli Istanbul Italy Iwasawa Jaccard Jacobi Jamaican January Japan Java Javascript Jensen
  Jerusalem Jewish Josephson Jupiter Jupyter Kabyle Kac Kaggle Kalman Kaluza Kanji Kannada Kant
  Kantorovich Kashmiri Kazakh Kendall Kenya Kepler Kerr Khmer Kinyarwanda Kirchhoff Kitaev Klein
  Kodaira Kolmogorov Kondo Konkani Koopman Korea Korteweg Kosovo Kronecker Krylov Kubo Kuhn Kullback
  Kurdish Kyrgyz Lagrange Laguerre Lanczos Landau Langevin Langlands Lao Laplace Latin Latino
  Lebanon Lebesgue Lefschetz Legendre Leibler Leibniz Leman Levantine Levenshtein Levi Libya Lieb
  Likert Lindblad Lingala Linux Liouville Lipschitz Lithuania Littlewood Llama Llava London Lorentz
  Lorenz Luganda Luxembourgish Lyapunov Macedonia Madagascar Madrid Magellanic Maghrebi Mahalanobis
  Mahler Maithili Majorana Malagasy Malawi Malay Malayalam Malaysia Malliavin Malta Mamba Manchu
  Mandarin Manipuri Maori Mapudungun Marathi Markov Maslow Maxwell Mayan Meitei Melbourne Metropolis
  Mexican Mexico Microsoft Milnor Minecraft Minkowski Mistral Mixtral Mizo Mongolia Monte Mordell
  Moroccan Morse Moscow Mott Mozambique Mumbai Mumford Munich Muslim Myanmar Nahuatl Nambu Nash
  Navajo Navier Nelder Nepal Nepali Nesterov Netflix Netherlands Neumann Newton Nigeria Nobel
  Noether Nordic Norse Norway November Novikov Nvidia Nynorsk Nyquist Obama Occam Occitan October
  Odia Ohm Ojibwe Olympic Onsager Orion Ornstein Oromo Oslo Ottoman Oxford Pacific Painleve Pali
  Papua Pareto Paris Parkinson Pascal Pashto Pauli Pearson Penrose Perron Peru Petri Philippine
  Picard Pidgin Pinyin Planck Plato Poisson Poland Polyak Pontryagin Portugal Potts Prague Prakrit
  Prolog Protestant Punjabi Python Quebec Quechua Quran Quranic Qwen Rademacher Rajasthani Raman
  Ramanujan Ramsey Randall Rayleigh Reddit Regge Renaissance Renyi Reuters Reynolds Ricci Riemann
  Roman Romance Romani Romania Romansh Rome Rosen Rubik Russia Rwanda Rydberg Sami Sanskrit Santali
  Saturn Saudi Schatten Schur Schwarzschild Schwinger Scotland Scottish Seiberg Selberg Selmer
  Semitic Senegal Seoul Sepedi September Serbia Serre Sesotho Setswana Seyfert Shakespeare Shanghai
  Shannon Shapley Shimura Shona Siegel Sindhi Singapore Sinhala Sinitic Sinkhorn Sitter Skyrme
  Slavic Slovak Slovakia Slovene Slovenia Sobolev Socratic Somali Somalia Sorani Spain Spanish
  Spearman Spotify Stackelberg Stanford Stiefel Stokes Sturm Sudakov Sudan Sudoku Swahili Sweden
  Swedish Swin Swiss Switzerland Sydney Sylow Syria Syriac Tagalog Taiwan Tajik Tamil Tanzania Tatar
  Tate Telegram Telugu Temperley Tencent Tevatron Texas Thai Thailand Thurston Tibetan Tigrinya
  Tikhonov Toda Toeplitz Tokyo Torelli Toronto Tsallis Tsonga Tswana Tulu Tunisia Tupi Turing Turkey
  Turkic Turkish Turkmen Tutte Twi Twitter Uber Udmurt Uganda Uighur Ukraine Unicode Uralic Urdu
  Uyghur Uzbek Vapnik Venda Venezuela Venus Verlinde Vienna Vietnam Viterbi Vlasov Volterra Voronoi
  Wales Walsh Wannier Warsaw Washington Wasserstein Weibo Weibull Weierstrass Weil Weinberg
  Weisfeiler Welsh Weyl Whittaker Wiener Wigner Wikidata Wikipedia Wiktionary Winograd Witten
  Wittgenstein Wolof Xhosa Yakut Yelp Yemen Yiddish Yoruba Yukawa Yupik Zambia Zapotec Zariski
  Zeeman Zermelo Zimbabwe Zipf Zulu Zurich
`;

const KNOWN: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/u));

// Bayesian, Gaussian, Italian; Euclidean, European; Pakistan; but not physician, vegetarian, ocean.
const OF_A_NAME =
  /(?<!^(?:th|ob|che|ge|dioc|mangan|translation))ese$|(?<!(?:ic|[tr]ar|nt?ar|med|rad|circad|guard|pedestr|histor|civil|comed|custod|phib|til|mal|merid|^av))ian$|(?<!^(?:m|cl|l|oc|b|soyb|d|j|crustac))ean$|.{3}stan$/iu;

// Chemical symbols; those that are words or syllables too (He, In, Co, Re, Bi) are left out.
const ELEMENT =
  /^(?:Li|Na|Mg|Si|Cl|Ca|Ti|Cr|Mn|Fe|Ni|Cu|Zn|Ga|Ge|Kr|Rb|Sr|Zr|Nb|Ru|Rh|Pd|Ag|Cd|Sn|Sb|Xe|Cs|Ce|Nd|Sm|Eu|Gd|Tb|Dy|Yb|Lu|Hf|Pt|Au|Hg|Tl|Pb|Th|Pu)$/;

// English words have no accents; names do: Poincaré, Gröbner, Szegő.
const ACCENTED = /[À-ɏ]/u;
const BORROWED = /^(?:Naïve(?:ly|té)?|Cafés?|Clichés?|Façades?|Résumés?)$/;

/** Whether titles capitalise this word wherever it stands. */
export function isProperName(word: string): boolean {
  if (!/^(?:[A-Z][a-z]|\p{Lu}\p{Ll})/u.test(word)) return false;
  if (KNOWN.has(word) || (word.length === 2 && ELEMENT.test(word))) return true;
  const last = word.at(-1) ?? '';
  if ('eEnN'.includes(last) && OF_A_NAME.test(word)) return true;
  if (ACCENTED.test(word) && !BORROWED.test(word)) return true;
  // Plurals (Gaussians) and peoples (Africa, African).
  return (last === 's' || last === 'n') && word.length > 3 && isProperName(word.slice(0, -1));
}

const PHRASES = [
  'Universal Dependencies|Stack (?:Overflow|Exchange)|Hugging Face',
  'Common Crawl|Rotten Tomatoes|Hong Kong|Great Britain|Los Angeles|San Francisco|Sri Lanka',
  'New (?:York|Zealand|Delhi|England|Jersey|Mexico|Guinea)|Abstract Meaning Representations?',
  'Mechanical Turk|El Salvador|Costa Rica|Old (?:English|Norse|Church)|Puerto Rico',
  'United (?:States|Kingdom|Nations)|European Union|World War|Middle Ages|Milky Way|Big Bang',
  "Large Hadron Collider|Black Lives Matter|(?:Bose|Born|Stein|Wick|Moore|Lie|Hall|Killing)(?='s|-)",
  'Lie(?= [Aa]lgebra| [Gg]roup| [Ss]uper)|Hall(?= [Ee]ffect)|Killing(?= [Vv]ector| [Ss]pinor)',
  'Bell(?= [Ii]nequalit)|Born(?= [Rr]ule)|Yang[-–]Mills',
].join('|');
const ALL_PHRASES = new RegExp(`\\p{Lu}\\p{Ll}+ Sign Language|${PHRASES}`, 'gu');
const MOST_PHRASES = new RegExp(PHRASES, 'g');

/** Finds names of several words in a title, and names that are ordinary words elsewhere. */
export function phrasesFor(title: string): RegExp {
  // What begins with any word is sought only where it ends.
  return title.includes(' Sign Language') ? ALL_PHRASES : MOST_PHRASES;
}
