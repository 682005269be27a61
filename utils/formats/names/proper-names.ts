// Names that keep their capital within a title: languages and peoples, places, people after whom
// methods are called, products. Words that are also ordinary ones (Apple, Reading, Polish) are left
// out unless titles nearly always mean the name.
const NAMES = `
  Adam Afghan Afghanistan Africa Afrikaans Alpaca Alzheimer America Amharic Anderson Android
  Antarctic Antarctica Anthropic April Arab Arabic Aramaic Arctic Argentina Aristotle Asia Atari
  Atlantic August Australia Austria Azerbaijani Balkan Baltic Banach Bangla Basque Bayes Beijing
  Bellman Bengali Berlin Bernoulli Bernstein Bézier Bhojpuri Bible Boltzmann Boolean Born Brazil
  Bregman Britain British Buddhist California Canada Caribbean Carleman Carlo Catalan Cauchy Celtic
  Chebyshev Cherenkov Chern Chernoff Chile Chilean China Cholesky Chomskyan Christianity Claude
  Codex Cohen Colombia Compton Condorcet Coq Coulomb Coxeter Cramér Czech Danish December Delaunay
  Denmark Dijkstra Dirac Dirichlet Dutch Dyck Egypt Ehrenfest Einstein Elo England English Erdős
  Esperanto Euclid Euclidean Euler Europe European Facebook Farsi February Fenchel Fermi Feynman
  Fibonacci Filipino Finland Finnish Fisher Flemish Floquet Fokker Föllmer Fourier France Fréchet
  French Frobenius Gaelic Galerkin Galician Galilean Galois Gauss Gemini Gemma German Germanic
  Germany Ghana Gibbs Gini Ginzburg Gödel Google Grassmann Greece Greek Greenlandic Gröbner Gujarati
  Haar Hadamard Hamilton Hamming Hardy Haskell Hausa Hausdorff Hawkes Hebrew Heisenberg Helmholtz
  Hermite Higgs Hilbert Hindi Hindu Hinglish Hispanic Hodge Hölder Hopfield Hubble Huffman Hungary
  Icelandic Igbo India Indic Indonesia Instagram Intel Internet Iran Ireland Irish Ising Islam
  Islamic Israel Israeli Italy Itô Jaccard Jacobi January Japan Java Jensen Jewish Josephson Jupyter
  Kaggle Kähler Kalman Kannada Kantorovich Kazakh Kendall Kenya Kepler Kerr Khmer Kinyarwanda
  Kirchhoff Kolmogorov Koopman Korea Kronecker Krylov Kuhn Kullback Kurdish Lagrange Landau Langevin
  Langlands Laplace Latin Latino Lebesgue Legendre Leibler Leibniz Leman Levenshtein Levi Lévy
  Likert Lindblad Linux Liouville Lipschitz Llama Llava London Lorentz Lovász Lyapunov Mahalanobis
  Mahler Majorana Malagasy Malay Malayalam Malaysia Mamba Mandarin Manipuri Marathi Markov Maxwell
  Mediterranean Metropolis Mexican Mexico Microsoft Minecraft Minkowski Mistral Mixtral Möbius Monte
  Moroccan Morse Muslim Nash Navier Nelder Nepali Nesterov Netherlands Neumann Newton Nigeria Nobel
  Noether Nordic Norway November Nvidia Nyquist Nyström October Olympic Ornstein Pacific Pakistan
  Pareto Paris Parkinson Pascal Pashto Pauli Pearson Perron Peru Petri Philippine Pinyin Planck
  Plato Poincaré Poisson Poland Polyak Pontryagin Portugal Punjabi Pythagorean Python Quechua Quran
  Qwen Rademacher Raman Ramanujan Ramsey Rayleigh Reddit Renaissance Rényi Renyi Ricci Riemann Roman
  Romance Romania Rubik Russia Rwanda Rydberg Sanskrit Saudi Scandinavian Schatten Schrödinger Schur
  Schwarzschild Scottish Selberg Semitic September Shakespeare Shanghai Shannon Shapley Sindhi
  Singapore Sinhala Sinkhorn Sitter Slavic Slovak Sobolev Socratic Somali Spain Spanish Spearman
  Stackelberg Stanford Stiefel Stokes Sudoku Swahili Sweden Swedish Swin Swiss Switzerland Tagalog
  Taiwan Tamil Tatar Teichmüller Telugu Tencent Thai Thailand Tibetan Tikhonov Toeplitz Tokyo Turing
  Turkey Turkish Twitter Uber Ukraine Unicode Urdu Uyghur Vapnik Vietnam Viterbi Voronoi Walsh
  Washington Wasserstein Weibull Weierstrass Weisfeiler Welsh Weyl Wiener Wigner Wikidata Wikipedia
  Wiktionary Winograd Wolof Yoruba Zariski Zeeman Zipf Zulu Łojasiewicz
`;

const KNOWN: ReadonlySet<string> = new Set(NAMES.normalize('NFC').trim().split(/\s+/u));

// Bayesian, Gaussian, Italian; but not physician, vegetarian, pedestrian.
const OF_A_NAME =
  /(?<!^(?:th|ob|che|ge|dioc|mangan|translation))ese$|(?<!(?:ic|[tr]ar|nt?ar|med|rad|guard|pedestr|histor|civil|comed|custod|phib|til|mal|merid|^av))ian$/iu;

/** Whether titles capitalise this word wherever it stands. */
export function isProperName(word: string): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(word)) return false;
  if (KNOWN.has(word) || OF_A_NAME.test(word)) return true;
  // Plurals (Gaussians) and peoples (Africa, African).
  return /[sn]$/.test(word) && isProperName(word.slice(0, -1));
}

/** Names of several words, and names that are ordinary words elsewhere. */
export const PROPER_PHRASES = new RegExp(
  [
    'Universal Dependencies|\\p{Lu}\\p{Ll}+ Sign Language|Stack (?:Overflow|Exchange)|Hugging Face',
    'Common Crawl|Rotten Tomatoes|Hong Kong|New York|Great Britain|Los Angeles|San Francisco',
    'United (?:States|Kingdom|Nations)|European Union|World War|Middle Ages|Milky Way|Big Bang',
    "Large Hadron Collider|Black Lives Matter|(?:Bose|Born|Stein|Wick|Moore|Lie|Hall|Killing)(?='s|-)",
    'Lie(?= [Aa]lgebra| [Gg]roup| [Ss]uper)|Hall(?= [Ee]ffect)|Killing(?= [Vv]ector| [Ss]pinor)',
    'Bell(?= [Ii]nequalit)|Born(?= [Rr]ule)|Yang[-–]Mills',
  ].join('|'),
  'gu',
);
