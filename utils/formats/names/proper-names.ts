// Names that keep their capital within a title: languages and peoples, places, people after whom
// methods are called, products. Words that are also ordinary ones (Apple, Reading, Polish) are left
// out unless titles nearly always mean the name.
const NAMES = `
  Abel Abelian Adam Afghan Afghanistan Africa African Africans Afrikaans Ainu Airy
  Akkadian Alaska Albanese Albanian Algerian Algonquian Alibaba Alpaca Altaic Alzheimer Amazonian
  America American Americans Americas Amharic Andean Anderson Android Andromeda Anglo Anglophone
  Antarctic Antarctica Anthropic April Arab Arabia Arabian Arabic Aragonese Aramaic Arctic
  Argentina Argentine Argentinian Aristotelian Aristotle Armenian Armijo Arnold Arnoldi Artin
  Asia Asian Asians Assamese Asturian Atari Athabaskan Atiyah Atlantic Auger August Australia
  Australian Austria Austrian Austronesian Avogadro Aymara Azerbaijani Bach Balinese Balkan
  Balmer Baltic Banach Bangla Bangladesh Bantu Barabási Barcelona Basque Bayes Bayesian Bayesians
  Beijing Belarusian Belgian Belgium Bellman Belyi Bengali Berber Berezin Bergman Berlin
  Bernoulli Bernstein Bertrand Besov Bessel Bethe Bhojpuri Bhutan Bianchi Bible Biblical Bloch
  Bloomberg Boeing Bogoliubov Bolivian Boltzmann Boolean Borel Born Bosnian Boston Braille Brauer
  Brazil Brazilian Bregman Breton Brexit Brillouin Britain British Broca Brownian Broyden Bruhat
  Brunn Buddhist Bulgaria Bulgarian Burgers Burmese Buryat Bézier Cabibbo Calabi California
  Calogero Cameroon Canada Canadian Cantonese Carathéodory Caribbean Carleson Carlo Cartan
  Cartesian Casimir Catalan Catalonia Caucasian Cauchy Cayley Cebuano Celtic Cesàro Chandra
  Chandrasekhar Chaplygin Chebyshev Cheeger Cherenkov Chern Chernoff Cherokee Chevalley Chicago
  Chile Chilean China Chinatown Chinese Cholesky Chomsky Chomskyan Christian Christianity
  Chromium Claude Clifford Codex Cohen Colombia Condorcet Confucian Connes Copernican Coq
  Corsican Coulomb Coxeter Cramér Crimean Croatia Croatian Crohn Cuban Cuntz Cypriot Cyrillic
  Czech Dafny Dalitz Danish Dantzig Darboux Darwin Darwinian Debye December Dedekind Dehn
  Delaunay Delhi Deligne Demazure Denmark Descartes Devanagari Dijkstra Diophantine Dirac
  Dirichlet Docker Donaldson Doppler Douglas Dravidian Drinfeld Dutch Dyck Dyson Ebola Ecuador
  Eddington Efimov Egypt Egyptian Einstein Einsteinian Eisenstein Elo Emirati England English
  Erdos Erdős Erlang Erzya Esperanto Estonia Estonian Ethiopian Ethiopic Euclid Euclidean Euler
  Eulerian Eurasian Europe European Europeans Facebook Fano Faraday Faroese Farsi
  February Fenchel Fermat Fermi Fermilab Feshbach Feynman Fibonacci Filipino Finland Finnish
  Finsler Firefox Fischer Fisher FitzHugh Flemish Flickr Floer Floquet Florida Fock Fokker
  Fortran Fourier France Francophone Fredholm Freebase French Freudian Friday Friedmann Frisian
  Frobenius Fréchet Fuchs Fuchsian Föllmer Gaelic Galerkin Galician Galilean Galileo Galois
  Galton Gauss Gaussian Gaussians Gelfand Gemini Gemma Georgian German Germanic Germany
  Gershgorin Gestalt Ghana Ghanaian Gibbs Gini Ginibre Ginzburg Github Glashow Glauber Gmail
  Goldbach Goldstone Google Gorenstein Grassmann Grassmannian Greece Greek Greenlandic Gricean
  Gromov Grothendieck Gröbner Guarani Guatemala Gujarati Gödel Haag Haar Hadamard Hadoop Haitian
  Hakka Haldane Halpern Hamilton Hamiltonian Hamiltonians Hamming Hangul Hanja Hankel Hanoi Hardy
  Hartree Haskell Hasse Hastings Hausa Hausdorff Hawaii Hawaiian Hawkes Hawking Hebbian Hebrew
  Hecke Heegaard Hegel Hegelian Heisenberg Helmholtz Herbig Hermite Hermitian Hertzsprung Hessian
  Hessians Higgs Hilbert Hilbertian Himalayan Hindi Hindu Hinglish Hippocratic Hispanic Hitchin
  Hodge Hodgkin Hokkien Holocaust Hopf Hopfield Hopi Hubbard Hubble Huffman Hume Hungarian
  Hungary Huntington Hurwitz Huxley Hölder Iberian Iceland Icelandic Igbo Ihara Ilokano India
  Indian Indic Indonesia Indonesian Instagram Intel Internet Inuit Inuktitut Iran Iranian Iraq
  Ireland Irish Iroquoian Isabelle Ising Islam Islamic Israel Israeli Italian Italy Itô Iwasawa
  Izhikevich Jaccard Jacobi Jacobian Jacobians Jacquet January Japan Japanese Java Javanese Jax
  Jaynes Jeju Jensen Jewish Jona Jordanian Josephson July June Jungian Jupiter Jupyter Kac
  Kaczmarz Kaggle Kalman Kaluza Kamiokande Kanji Kannada Kant Kantian Kantorovich Kastler
  Kauffman Kawasaki Kazakh Kazhdan Keldysh Kendall Kenya Kenyan Kepler Keplerian Kerr Keynesian
  Khmer Khovanov Kiefer Kinect Kinyarwanda Kirchhoff Kitaev Kleene Kleinian Kneser Knuth
  Kobayashi Kodaira Kohn Kollár Kolmogorov Kondo Konkani Koopman Korea Korean Korteweg
  Krasnoselskii Kraus Krein Kripke Kronecker Kruskal Krylov Kubernetes Kuhn Kuiper Kullback
  Kummer Kuramoto Kuranishi Kurdish Kyoto Kyrgyz Kähler Ladin Lagrange Lagrangian Laguerre
  Lanczos Landau Langevin Langlands Laplace Laplacian Laplacians Lasinio Latin Latino Latvia
  Latvian Laurent Lebanese Lebesgue Leela Lefschetz Legendre Lehman Leibler Leibniz Leman
  Lemaître Levantine Levenshtein Levi Likert Lindblad Linux Liouville Lipschitz Lithuania
  Lithuanian Littlewood Lizorkin Llama Llava London Lorentz Lorentzian Lorenz Lovász Luganda
  Lusztig Luttinger Luxembourgish Lyapunov Lyman Lévy Maass Macaulay Macedonian Mach Madrid
  Magellanic Mahalanobis Maithili Majorana Malagasy Malay Malayalam Malaysia Maltese Mamba
  Mandarin Manipuri Maori Marathi Marchenko Markov Markovian Marwari Marxist Maskawa Matsubara
  Maxwell Mayan Medicare Mediterranean Meissner Mellin Mersenne Mesoamerican Metropolis Mexican
  Mexico Michelson Microsoft Minecraft Minkowski Mistral Mixtral Monday Mongolian Monro Monte
  Montreal Moran Mordell Moreau Moroccan Morse Moscow Moser Moses Mott Mumbai Muslim Möbius
  Nagumo Nahuatl Nakamoto Nambu Nash Navajo Navier Nehari Nelder Nepal Nepali Neptune Nesterov
  Netherlands Neumann Newton Newtonian Neyman Nicaraguan Nietzsche Nigeria Nigerian Nobel Noether
  Noetherian Nordic Nordström Norway Norwegian November Nvidia Nyquist Nyström Occitan Ockham
  October Odia Ohm Okinawan Ollama Ollivier Olympic Olympics Onsager Ontario Oort Oppenheimer
  Orlicz Ornstein Oromo Osaka Ottoman Pacific Painlevé Pakistan Palestinian Paley Pareto Paris
  Parkinson Pascal Pashto Pastur Pauli Pavlovian Peano Pearson Peierls Penrose Perron Persian
  Peru Peruvian Petersen Petri Pfaffian Philippine Philippines Picard Pinterest Pinyin Plancherel
  Planck Plato Poincaré Poisson Poland Polyak Pomeron Pontryagin Portugal Portuguese Potts
  Procrustes Prolog Prüfer Punjabi Purkinje Pythagorean Python Quebec Quechua Quran Quranic Qwen
  Rabi Rachford Rademacher Radon Raman Ramanujan Ramsey Rashomon Rayleigh Reddit Reeb Reissner
  Renaissance Renyi Reynolds Riccati Ricci Riemann Riemannian Riesz Rips Ritz Robbins Roman
  Romance Romania Romanian Romansh Rubik Runge Russia Russian Rwanda Rwandan Rydberg Rényi
  Sachdev Salam Sanskrit Santali Sardinian Saturday Saturn Saudi Scandinavian Schatten Schensted
  Schottky Schrödinger Schubert Schur Schwarzian Schwarzschild Schwinger Scotland Scots Scottish
  Seattle Seiberg Seifert Selberg Selmer Semitic Senegalese September Serbia Serbian Serre
  Seyfert Shakespeare Sham Shanghai Shanghainese Shannon Shapley Shimura Sicilian Siegel Sindhi
  Singapore Singlish Sinhala Sinkhorn Siri Skolem Skype Slater Slavic Slovak Slovakia Slovene
  Slovenia Slovenian Snapchat Sobolev Socratic Sokal Solidity Somali Sorbian Spain Spanish
  Spearman Sperner Spitzer Spotify Stackelberg Stanford Starcraft Steinberg Steiner Steinhaus
  Stirling Stokes Strogatz Stroop Stückelberg Sudanese Sudoku Sumerian Sundanese Sunday
  Sutherland Swahili Sweden Swedish Swendsen Swin Swiss Switzerland Sylvester Syria Syriac Syrian
  Szegő Szemerédi Tagalog Taiwan Taiwanese Tajik Talmud Talmudic Tamagawa Tamil Taniyama Tannaka
  Tanzania Tanzanian Tatar Tauberian Teichmuller Teichmüller Telegram Telugu Temperley Tencent
  Teochew Tetris Tevatron Texas Thai Thailand Thomson Thursday Thurston Tibetan Tigrinya
  Tikhonov Tinder Tobin Toda Toeplitz Tokyo Tomonaga Torah Toronto Tracy Triebel Tsallis Tuesday
  Tunisian Turing Turkey Turkic Turkish Turkmen Turán Tutte Tverberg Twitch Twitter Tychonoff
  Uber Udmurt Uganda Uhlenbeck Ukraine Ukrainian Unicode Unruh Uralic Uranus Urdu Uyghur Uzbek
  Vandermonde Vapnik Venezuela Venezuelan Venice Venus Verilog Verma Vickrey Vicsek Vicuna Vienna
  Vietnam Vietnamese Vietoris Virasoro Viterbi Vlasov Voronoi Voronoï Wales Walsh Wannier
  Washington Wasserstein Wechat Wednesday Weibo Weibull Weierstrass Weinberg Weisfeiler Welsh
  Wernicke Weyl Whitney Whittaker Widom Wiener Wightman Wigner Wikidata Wikipedia Wikipedian
  Wiktionary Winograd Wishart Witten Wittgenstein Wolfowitz Wolof Wordle Xhosa Yakut Yangian Yau
  Yelp Yemen Yemeni Yiddish Yoruba Yukawa Zambian Zariski Zeeman Zeno Zhihu Zika Zipf Zipfian
  Zulu Zurich Čech Łojasiewicz
`;

/** Names that titles capitalise wherever they stand. */
export const PROPER_NAMES: ReadonlySet<string> = new Set(
  NAMES.normalize('NFC').trim().split(/\s+/u),
);

/** Names of several words, and names that are ordinary words elsewhere. */
export const PROPER_PHRASES = new RegExp(
  [
    'Universal Dependencies|\\p{Lu}\\p{Ll}+ Sign Language|Stack (?:Overflow|Exchange)|Hugging Face',
    'Common Crawl|Rotten Tomatoes|Hong Kong|New York|Great Britain|Los Angeles|San Francisco',
    'United (?:States|Kingdom|Nations)|European Union|World War|Middle Ages|Milky Way|Big Bang',
    "Large Hadron Collider|Black Lives Matter|(?:Bose|Born|Stein|Wick|Moore|Lie|Hall|Killing)(?='s|-)",
    'Lie(?= [Aa]lgebra| [Gg]roup| [Ss]uper)|Hall(?= [Ee]ffect)|Killing(?= [Vv]ector| [Ss]pinor)',
    'Bell(?= [Ii]nequalit)|Born(?= [Rr]ule)|Yang(?=[-–]Mills)|Mills',
  ].join('|'),
  'gu',
);
